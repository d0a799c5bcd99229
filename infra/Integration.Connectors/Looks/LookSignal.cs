namespace Integration.Connectors.Looks;

/// <summary>Wakes the readers of this process when something became dirty; other processes find it by their poll.</summary>
internal sealed class LookSignal
{
    private TaskCompletionSource _next = New();

    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Take it before looking for work, so that no mark in between is slept over.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
