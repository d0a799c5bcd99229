using System.Collections.Concurrent;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>Keys that a look has just not found: the write that follows it need not look again. Each counts once and for a short time.</summary>
internal sealed class JustLooked(TimeProvider clock)
{
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _missing = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says that nothing with the key is there.</summary>
    public void NotFound(string key)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in _missing.Where(entry => now - entry.Value > Good)) _missing.TryRemove(old, out _);
        _missing[key] = now;
    }

    /// <summary>True when that was said just now; not a second time.</summary>
    public bool Take(string key) => _missing.TryRemove(key, out var at) && clock.GetUtcNow() - at <= Good;
}
