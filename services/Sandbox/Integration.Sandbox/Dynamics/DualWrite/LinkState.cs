using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.DualWrite.Queue;

namespace Integration.Sandbox.Dynamics.DualWrite;

/// <summary>What both directions of the copying share. Safe for concurrent use.</summary>
internal sealed class LinkState(MapBook maps, DualWriteOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<Failure> _failures = [];

    public MapBook Maps { get; } = maps;

    public ChangeQueue Queue { get; } = new(options.Time);

    /// <summary>Legal entities that are linked.</summary>
    public IReadOnlyList<string> Companies { get; } = options.Companies;

    /// <summary>Time until a change arrives.</summary>
    public TimeSpan Lag => options.Settings.Lag;

    /// <summary>When a change that is made now arrives.</summary>
    public DateTimeOffset Due => options.Time.GetUtcNow() + Lag;

    /// <summary>What was refused outside a write, oldest first.</summary>
    public IReadOnlyList<Failure> Failures
    {
        get
        {
            lock (_gate)
            {
                return [.. _failures];
            }
        }
    }

    public void Fail(Change change, string reason)
    {
        lock (_gate)
        {
            _failures.Add(new Failure(change, reason, options.Time.GetUtcNow()));
        }
    }
}
