using System.Collections.Concurrent;

namespace Integration.Connectors.Effects;

/// <summary>The claims of this process: which are at work, and which had their answer without being saved.</summary>
internal sealed class OwnClaims
{
    private readonly ConcurrentDictionary<string, byte> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _answered = new(StringComparer.Ordinal);

    /// <summary>This process, unlike any other before and after it.</summary>
    public string Owner { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    /// <summary>What is known of the row's claim, for whoever holds <see cref="TryBegin"/> of its key.</summary>
    public ClaimHere Before(EffectRow row)
    {
        if (row.Owner != Owner) return ClaimHere.Foreign;
        return _answered.TryGetValue(row.Key, out var attempt) && attempt == row.Attempt ? ClaimHere.Answered : ClaimHere.Ended;
    }

    /// <summary>What is known of the row's claim, for others.</summary>
    public ClaimHere Of(EffectRow row) => row.Owner == Owner && _running.ContainsKey(row.Key) ? ClaimHere.Running : Before(row);

    /// <summary>Keeps everybody else in this process away from the key until <see cref="End"/>.</summary>
    public bool TryBegin(string key) => _running.TryAdd(key, 0);

    public void Answered(string key, long attempt) => _answered[key] = attempt;

    public void Saved(string key) => _answered.TryRemove(key, out _);

    public void End(string key) => _running.TryRemove(key, out _);
}
