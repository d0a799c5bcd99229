using MassTransit;

namespace Integration.Platform.Sagas;

/// <summary>
/// A saga kept by <see cref="SagaRegistration.AddSagaStore{TSaga}"/> as JSON. Every public property with getter and setter is stored.
/// </summary>
public interface IStoredSaga : SagaStateMachineInstance
{
    /// <summary>The state's name, kept in a column of its own for lists and counts.</summary>
    string CurrentState { get; set; }
}
