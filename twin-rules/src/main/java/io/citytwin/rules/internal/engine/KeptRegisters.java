package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;

/** The registers of a city whose state is known. For one thread at a time. */
final class KeptRegisters implements Registers {

    private final CityView city;

    KeptRegisters(CityView city) {
        this.city = city;
    }

    @Override
    public Object content(Register register, TwinId subject, boolean holderKnown, Moment moment) {
        if (register instanceof Register.OfLevel of) {
            return city.level(of.regulation(), of.level(), subject, moment);
        } else if (register instanceof Register.OfRun of) {
            return city.run(of.regulation(), of.run(), subject, moment);
        } else if (register instanceof Register.OfInput of) {
            return new Register.OfInput.Told(city.input(of.input(), subject, moment));
        }
        Register.OfCounter of = (Register.OfCounter) register;
        return new Register.OfCounter.Count(
                city.counter(of.regulation(), of.counter(), city.twin(subject).orElseThrow(), moment), holderKnown);
    }
}
