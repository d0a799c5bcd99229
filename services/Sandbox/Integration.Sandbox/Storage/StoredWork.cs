namespace Integration.Sandbox.Storage;

/// <summary>One unit of work that waits for its transaction; several may share one, each whole or not at all.</summary>
internal abstract class StoredWork
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private int _state;

    /// <summary>Whoever gets true must run it or answer for it.</summary>
    public bool Take() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Runs it; what it throws is its caller's.</summary>
    /// <returns>False when it threw, and must be rolled back.</returns>
    public abstract bool Run(SandboxUnit unit);

    /// <summary>Its transaction is on the disk: the caller hears how it went.</summary>
    public abstract void Committed();

    /// <summary>Its transaction could not be committed.</summary>
    public abstract void Failed(Exception failure);
}
