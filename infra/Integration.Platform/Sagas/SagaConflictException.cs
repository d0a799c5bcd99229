namespace Integration.Platform.Sagas;

/// <summary>Another message changed or made the same saga in between; the step is tried again on the new state.</summary>
public sealed class SagaConflictException(string saga, Guid id)
    : Exception($"Saga {saga} {id} was changed by another message at the same time.");
