namespace Integration.Sandbox.Storage;

/// <summary>A unit of work with its result.</summary>
internal sealed class StoredWork<T>(Func<SandboxUnit, T> work) : StoredWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _thrown;

    /// <summary>Its result, once it is committed.</summary>
    public Task<T> Result => _done.Task;

    public override bool Run(SandboxUnit unit)
    {
        try
        {
            _result = work(unit);
            return true;
        }
#pragma warning disable CA1031 // Handed to whoever asked for the work.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            _thrown = thrown;
            return false;
        }
    }

    public override void Committed()
    {
        if (_thrown is null)
        {
            _done.TrySetResult(_result!);
        }
        else
        {
            _done.TrySetException(_thrown);
        }
    }

    public override void Failed(Exception failure) => _done.TrySetException(_thrown ?? failure);
}
