// Uses Eclipse Ditto's JavaScript client as it is: node peer.js HOST:PORT USER PASSWORD
// Prints "ok NAME" or "not ok NAME: WHY" for each check; the last line tells how many there were.
'use strict';
const assert = require('node:assert/strict');
const ditto = require('@eclipse-ditto/ditto-javascript-client-node');

const [domain, user, password] = process.argv.slice(2);
const run = Date.now().toString(36);
const namespace = `org.peer.${'r' + run}`;
const policyId = `${namespace}:policy`;
const thingId = `${namespace}:lamp`;
const checks = [];
const check = (name, body) => checks.push([name, body]);

const http = ditto.DittoNodeClient.newHttpClient()
  .withoutTls()
  .withDomain(domain)
  .withAuthProvider(ditto.NodeHttpBasicAuth.newInstance(user, password))
  .build();

function webSocket(buffered) {
  const steps = ditto.DittoNodeClient.newWebSocketClient()
    .withoutTls()
    .withDomain(domain)
    .withAuthProvider(ditto.NodeWebSocketBasicAuth.newInstance(user, password));
  return buffered ? steps.withBuffer(50) : steps.withoutBuffer();
}

const twin = webSocket(true).twinChannel().build();
const other = webSocket(true).twinChannel().build();
const live = webSocket(true).liveChannel().build();
const device = webSocket(true).liveChannel().build();

const match = () => ditto.DefaultMatchOptions.getInstance();
const fields = () => ditto.DefaultFieldsOptions.getInstance();
const search = () => ditto.DefaultSearchOptions.getInstance();

async function refused(promise) {
  try {
    await promise;
  } catch (refusal) {
    return refusal.body ?? refusal;
  }
  return assert.fail('it was not refused');
}

function within(ms, what, start) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what} did not come`)), ms);
    start(value => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

async function eventually(what, ask) {
  for (let tries = 0; tries < 100; tries++) {
    if (await ask()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  assert.fail(`${what} did not happen`);
}

check('http: policy', async () => {
  const policies = http.getPoliciesHandle();
  const everything = { grant: ['READ', 'WRITE'], revoke: [] };
  const made = await policies.putPolicy(ditto.Policy.fromObject({
    entries: {
      owner: {
        subjects: { [`nginx:${user}`]: { type: 'user' } },
        resources: { 'policy:/': everything, 'thing:/': everything, 'message:/': everything }
      }
    }
  }, policyId));
  assert.equal(made.status, 201);
  const read = await policies.getPolicy(policyId);
  assert.deepEqual(read.toObject().entries.owner.resources['thing:/'].grant, ['READ', 'WRITE']);
});

check('http: thing, attribute, feature, property', async () => {
  const things = http.getThingsHandle();
  const made = await things.putThing(new ditto.Thing(thingId, policyId, { street: 'Via Vettabbia' }));
  assert.equal(made.status, 201);
  assert.equal((await things.putAttribute(thingId, 'height', 8)).status, 201);
  assert.equal((await things.putAttribute(thingId, 'height', 9)).status, 204);
  assert.equal(await things.getAttribute(thingId, 'height'), 9);
  const features = http.getFeaturesHandle(thingId);
  await features.putFeature(ditto.Feature.fromObject({ properties: { power: 55, on: true } }, 'state'));
  await features.putProperty('state', 'power', 60);
  assert.equal(await features.getProperty('state', 'power'), 60);
  const whole = await things.getThing(thingId);
  assert.equal(whole.attributes.street, 'Via Vettabbia');
  const part = await things.getThing(thingId, fields().withFields('thingId', 'attributes/height'));
  assert.deepEqual(part.toObject(), { thingId, attributes: { height: 9 } });
});

check('http: merge', async () => {
  const things = http.getThingsHandle();
  const merged = await things.patchAttributes(thingId, { height: 10, street: null });
  assert.equal(merged.status, 204);
  assert.deepEqual(await things.getAttributes(thingId), { height: 10 });
});

check('http: conditions', async () => {
  const things = http.getThingsHandle();
  const failed = await refused(things.putAttribute(thingId, 'height', 11, match().ifMatch('"rev:99999"')));
  assert.equal(failed.error, 'things:precondition.failed');
  const unmet = await refused(
    things.putAttribute(thingId, 'height', 11, match().addHeader('condition', 'gt(attributes/height,100)')));
  assert.equal(unmet.error, 'things:condition.failed');
  assert.equal(await things.getAttribute(thingId, 'height'), 10);
});

check('http: errors', async () => {
  const things = http.getThingsHandle();
  const missing = await refused(things.getThing(`${namespace}:nobody`));
  assert.equal(missing.status, 404);
  assert.equal(missing.error, 'things:thing.notfound');
  const hidden = await refused(things.getAttribute(thingId, 'nothing'));
  assert.equal(hidden.error, 'things:attribute.notfound');
  const invalid = await refused(http.getSearchHandle().search(search().withRawFilter('brokenrql((')));
  assert.equal(invalid.error, 'rql.expression.invalid');
});

check('http: search and count', async () => {
  const handle = http.getSearchHandle();
  const lamps = () => search().withNamespaces(namespace).withFilter(ditto.Gt('attributes/height', 5));
  await eventually('search', async () => (await handle.search(lamps())).items.length === 1);
  assert.equal(await handle.count(search().withNamespaces(namespace)), 1);
  assert.equal(await handle.postCount(search().withNamespaces(namespace)), 1);
  const found = await handle.postSearch(lamps().withFields('thingId').withPageSize(1));
  assert.equal(found.items[0].thingId, thingId);
  assert.equal((await handle.search(search().withNamespaces(namespace)
    .withFilter(ditto.Lt('attributes/height', 5)))).items.length, 0);
});

check('ws: thing, attribute, feature, property', async () => {
  const things = twin.getThingsHandle();
  const second = `${namespace}:second`;
  const made = await things.createThing(new ditto.Thing(second, policyId, { n: 1 }));
  assert.equal(made.status, 201);
  const again = await refused(things.createThing(new ditto.Thing(second, policyId)));
  assert.equal(again.error, 'things:thing.conflict');
  await things.putAttribute(second, 'n', 2);
  assert.equal(await things.getAttribute(second, 'n'), 2);
  const features = twin.getFeaturesHandle(second);
  await features.putFeature(ditto.Feature.fromObject({ properties: { power: 1 } }, 'state'));
  await features.putProperty('state', 'power', 2);
  assert.deepEqual(await features.getProperties('state'), { power: 2 });
  await features.patchProperties('state', { power: null, on: false });
  assert.deepEqual(await features.getProperties('state'), { on: false });
  await things.patchThing(new ditto.Thing(second, policyId, { n: 3 }), match());
  assert.equal(await things.getAttribute(second, 'n'), 3);
  assert.equal((await things.deleteThing(second)).status, 204);
  assert.equal((await refused(things.getThing(second))).error, 'things:thing.notfound');
});

check('ws: conditions and errors', async () => {
  const things = twin.getThingsHandle();
  const unmet = await refused(
    things.putAttribute(thingId, 'height', 11, match().addHeader('condition', 'gt(attributes/height,100)')));
  assert.equal(unmet.error, 'things:condition.failed');
  const failed = await refused(things.putAttribute(thingId, 'height', 11, match().ifMatch('"rev:99999"')));
  assert.equal(failed.error, 'things:precondition.failed');
});

check('ws: events, also filtered ones, on a second session', async () => {
  const events = other.getEventsHandle();
  await events.requestEvents();
  const event = await within(10000, 'the event', done => {
    events.subscribeToAttribute(thingId, 'height', done);
    twin.getThingsHandle().putAttribute(thingId, 'height', 12);
  });
  assert.equal(event.action, 'modified');
  assert.equal(event.value, 12);
  // The client has no call for a filter: its connection carries the frame as it is.
  const connection = other.responseHandler.resilienceHandler;
  await within(10000, 'the confirmation', resolve => {
    connection.protocolMessages.set('START-SEND-EVENTS', { resolve });
    connection.send(
      `START-SEND-EVENTS?namespaces=${namespace}&filter=${encodeURIComponent('gt(attributes/height,50)')}`);
  });
  const seen = [];
  events.subscribeToAttribute(thingId, 'height', change => seen.push(change.value));
  await twin.getThingsHandle().putAttribute(thingId, 'height', 20);
  await within(10000, 'the filtered event', done => {
    events.subscribeToAttribute(thingId, 'height', change => change.value === 60 && done(change));
    twin.getThingsHandle().putAttribute(thingId, 'height', 60);
  });
  assert.deepEqual(seen, [60]);
});

check('ws: acknowledgements', async () => {
  const things = twin.getThingsHandle();
  await things.putAttribute(thingId, 'gone', true);
  const both = match().addHeader('requested-acks', ['twin-persisted', 'search-persisted']);
  const persisted = await things.deleteAttribute(thingId, 'gone', both);
  assert.equal(persisted.status, 200);
  assert.equal(persisted.body['twin-persisted'].status, 204);
  const started = Date.now();
  const late = await refused(things.putAttribute(thingId, 'height', 14,
    match().addHeader('requested-acks', ['twin-persisted', 'nobody:ack']).addHeader('timeout', '1s')));
  assert.equal(late['nobody:ack'].status, 408);
  assert.equal(late['twin-persisted'].status, 204);
  assert.ok(Date.now() - started >= 900);
});

check('ws: live message with reply', async () => {
  const messages = device.getMessagesHandle();
  await messages.requestMessages();
  messages.subscribeToThing(thingId, message => {
    // A reply needs a status, which the client's envelope has not: its connection carries the frame as it is.
    const headers = { 'correlation-id': message.headers['correlation-id'], 'content-type': 'text/plain' };
    const reply = { topic: message.topic, headers, path: '/outbox/messages/ping', value: 'pong', status: 200 };
    device.responseHandler.resilienceHandler.send(JSON.stringify(reply));
  }, 'ping');
  const reply = await live.getMessagesHandle().messageToThing(thingId, 'ping', 'hi', 'text/plain');
  assert.equal(reply.status, 200);
  assert.equal(reply.body, 'pong');
});

check('http: clean up', async () => {
  const things = http.getThingsHandle();
  assert.equal((await things.deleteThing(thingId)).status, 204);
  assert.equal((await http.getPoliciesHandle().deletePolicy(policyId)).status, 204);
});

(async () => {
  let failed = 0;
  for (const [name, body] of checks) {
    try {
      await body();
      console.log(`ok ${name}`);
    } catch (failure) {
      failed++;
      console.log(`not ok ${name}: ${failure.stack ?? JSON.stringify(failure)}`);
    }
  }
  [twin, other, live, device].forEach(client => client.close());
  console.log(`${checks.length} checks, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
})();
