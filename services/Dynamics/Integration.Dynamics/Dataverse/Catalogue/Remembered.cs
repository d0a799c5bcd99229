using System.Collections.Concurrent;

namespace Integration.Dynamics.Dataverse.Catalogue;

/// <summary>What was found, for a while. What was not found is asked for again: people make it as soon as they are told.</summary>
internal sealed class Remembered<T>(TimeSpan keptFor, TimeProvider clock)
    where T : class
{
    private readonly ConcurrentDictionary<string, (T Value, DateTimeOffset Until)> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is known, or null.</summary>
    public T? Find(string key) => _values.TryGetValue(key, out var found) && clock.GetUtcNow() < found.Until ? found.Value : null;

    /// <summary>Keeps it.</summary>
    public void Keep(string key, T value) => _values[key] = (value, clock.GetUtcNow() + keptFor);

    /// <summary>Forgets everything.</summary>
    public void Clear() => _values.Clear();
}
