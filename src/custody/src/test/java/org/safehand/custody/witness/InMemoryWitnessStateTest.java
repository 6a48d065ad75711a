package org.safehand.custody.witness;

class InMemoryWitnessStateTest implements WitnessStateContract {
  private final WitnessState state = new InMemoryWitnessState();

  @Override
  public WitnessState state() {
    return state;
  }
}
