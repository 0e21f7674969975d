// Charge points that check every message against the schemas of their protocol:
// node peer.js PORT PASSWORD COUNT READINGS
// Even ones speak OCPP 1.6, odd ones 2.0.1. Every third loses its connection in the middle of a call and calls again.
// Prints "ready" when all have told everything, answers calls until its input ends, and then prints what it saw.
'use strict';
const { RPCClient } = require('ocpp-rpc');

const [port, password, count, readings] = process.argv.slice(2).map((word, at) => (at === 1 ? word : Number(word)));
const start = Math.floor(Date.now() / 1000) - 3600;
const at = second => new Date((start + second) * 1000).toISOString();
const problems = [];
const seen = {};

function client(index) {
  const protocol = index % 2 === 0 ? 'ocpp1.6' : 'ocpp2.0.1';
  const one = new RPCClient({
    endpoint: `ws://127.0.0.1:${port}/ocpp`,
    identity: `CP-${String(index).padStart(3, '0')}`,
    protocols: [protocol],
    strictMode: true,
    password,
    callTimeoutMs: 60000,
    reconnect: false
  });
  one.on('strictValidationFailure', failure => {
    problems.push(`${one.identity} ${failure.method} ${failure.outbound ? 'out' : 'in'}: ${failure.error}`);
  });
  one.handle(({ method }) => {
    seen[`${protocol} ${method}`] = (seen[`${protocol} ${method}`] ?? 0) + 1;
    return { status: 'Accepted' };
  });
  return one;
}

async function lost(one, method, payload) {
  const call = one.call(method, payload).catch(() => undefined);
  await one.close({ force: true });
  await call;
  await one.connect();
}

function energy(index, number) {
  return (index + 1) * 100000 + number;
}

async function older(one, index) {
  await one.call('BootNotification', { chargePointVendor: 'Peer', chargePointModel: 'Strict' });
  await one.call('StatusNotification',
    { connectorId: 1, errorCode: 'NoError', status: 'Preparing', timestamp: at(0) });
  await one.call('Authorize', { idTag: 'CARD-OF-SOMEBODY' });
  const begun = await one.call('StartTransaction',
    { connectorId: 1, idTag: 'CARD-OF-SOMEBODY', meterStart: energy(index, 0), timestamp: at(0) });
  for (let number = 1; number < readings; number++) {
    const payload = {
      connectorId: 1,
      transactionId: begun.transactionId,
      meterValue: [{
        timestamp: at(number),
        sampledValue: [{ value: String(energy(index, number)), measurand: 'Energy.Active.Import.Register', unit: 'Wh' }]
      }]
    };
    if (index % 3 === 0 && number === 5) {
      await lost(one, 'MeterValues', payload);
    }
    await one.call('MeterValues', payload);
  }
  await one.call('StopTransaction',
    { transactionId: begun.transactionId, meterStop: energy(index, readings), timestamp: at(readings) });
  await one.call('Heartbeat', {});
  await one.call('DataTransfer', { vendorId: 'of.somebody' });
  await one.call('FirmwareStatusNotification', { status: 'Idle' });
  await one.call('DiagnosticsStatusNotification', { status: 'Idle' });
}

async function newer(one, index) {
  await one.call('BootNotification',
    { reason: 'PowerUp', chargingStation: { model: 'Strict', vendorName: 'Peer' } });
  await one.call('StatusNotification', { timestamp: at(0), connectorStatus: 'Occupied', evseId: 1, connectorId: 1 });
  const idToken = { idToken: 'CARD-OF-SOMEBODY', type: 'ISO14443' };
  await one.call('Authorize', { idToken });
  const transactionInfo = { transactionId: `session-${index}` };
  for (let number = 0; number <= readings; number++) {
    const eventType = number === 0 ? 'Started' : number === readings ? 'Ended' : 'Updated';
    const payload = {
      eventType,
      timestamp: at(number),
      triggerReason: number === 0 ? 'Authorized' : 'MeterValuePeriodic',
      seqNo: number,
      transactionInfo,
      meterValue: [{
        timestamp: at(number),
        sampledValue: [{ value: energy(index, number) / 1000, measurand: 'Energy.Active.Import.Register',
          unitOfMeasure: { unit: 'kWh' } }]
      }]
    };
    if (number === 0) {
      Object.assign(payload, { evse: { id: 1, connectorId: 1 }, idToken });
    }
    if (index % 3 === 0 && number === 5) {
      await lost(one, 'TransactionEvent', payload);
    }
    await one.call('TransactionEvent', payload);
  }
  await one.call('Heartbeat', {});
  await one.call('NotifyReport', { requestId: 1, generatedAt: at(1), seqNo: 0 });
  await one.call('NotifyEvent', { generatedAt: at(1), seqNo: 0, eventData: [{
    eventId: 1, timestamp: at(1), trigger: 'Alerting', actualValue: '1', eventNotificationType: 'CustomMonitor',
    component: { name: 'EVSE' }, variable: { name: 'Temperature' } }] });
  await one.call('SecurityEventNotification', { type: 'SettingSystemTime', timestamp: at(1) });
  const unknown = await one.call('FirmwareStatusNotification', { status: 'Idle' }).catch(failure => failure);
  if (unknown.rpcErrorCode !== 'NotImplemented') {
    problems.push(`an action that is not known: ${unknown.rpcErrorCode}`);
  }
}

(async () => {
  const all = await Promise.all(Array.from({ length: count }, async (nothing, index) => {
    const one = client(index);
    try {
      await one.connect();
      await (index % 2 === 0 ? older : newer)(one, index);
    } catch (failure) {
      problems.push(`${one.identity}: ${failure.stack}`);
    }
    return one;
  }));
  console.log('ready');
  process.stdin.resume();
  process.stdin.on('end', async () => {
    await Promise.all(all.map(one => one.close({ force: true })));
    problems.slice(0, 20).forEach(problem => console.log(`problem ${problem}`));
    Object.keys(seen).sort().forEach(name => console.log(`seen ${name} ${seen[name]}`));
    console.log(`${problems.length} problems`);
    process.exit(problems.length === 0 ? 0 : 1);
  });
})();
