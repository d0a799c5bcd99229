using System.Collections.Concurrent;

namespace Integration.Connectors.Effects;

/// <summary>The claims of this process: which are at work, and which had their answer without being saved.</summary>
internal sealed class OwnClaims
{
    private readonly ConcurrentDictionary<string, byte> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _answered = new(StringComparer.Ordinal);

    /// <summary>This process, unlike any other before and after it.</summary>
    public string Owner { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    /// <summary>What is known of the row's claim, for whoever holds its key by <see cref="TryBegin"/>.</summary>
    public ClaimHere Before(EffectRow row)
    {
        if (row.Owner != Owner) return ClaimHere.Foreign;
        return _answered.TryGetValue(row.Key, out var attempt) && attempt == row.Attempt ? ClaimHere.Answered : ClaimHere.Ended;
    }

    /// <summary>Whether somebody is at the effect just now, for those who are not.</summary>
    /// <param name="row">The effect as stored.</param>
    /// <param name="epoch">Epoch of the connection's lease: claims under a lower one are dead.</param>
    /// <param name="now">Unix milliseconds.</param>
    public bool IsAlive(EffectRow row, long epoch, long now) => row.State == EffectStates.Claimed
        && (row.Owner == Owner ? _running.ContainsKey(row.Key) : row.MayBeAtWork(epoch, now));

    /// <summary>Keeps everybody else in this process away from the keys until it is disposed of; null, and nothing kept, where somebody is at one of them.</summary>
    public IDisposable? TryBegin(params IReadOnlyList<string> keys)
    {
        for (var taken = 0; taken < keys.Count; taken++)
        {
            if (_running.TryAdd(keys[taken], 0)) continue;
            End(keys.Take(taken));
            return null;
        }

        return new Begun(this, keys);
    }

    public void Answered(string key, long attempt) => _answered[key] = attempt;

    public void Saved(string key) => _answered.TryRemove(key, out _);

    private void End(IEnumerable<string> keys)
    {
        foreach (var key in keys) _running.TryRemove(key, out _);
    }

    private sealed class Begun(OwnClaims claims, IReadOnlyList<string> keys) : IDisposable
    {
        public void Dispose() => claims.End(keys);
    }
}
