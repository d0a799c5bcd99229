using System.Collections.Concurrent;

namespace Integration.Connectors.Hints;

/// <summary>
/// No sender has more than a share of the hints that wait to be stored, so that one that floods us does not keep the others out. It is told
/// to come later; what it does not send again, a sweep finds.
/// </summary>
/// <param name="most">Most hints of one sender at the same time.</param>
internal sealed class SenderPlaces(int most)
{
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>True when there is a place; give it back with <see cref="Leave"/>.</summary>
    /// <param name="sender">A pair or connection that exists: names are not made up by whoever sends.</param>
    public bool TryEnter(string sender)
    {
        if (_taken.AddOrUpdate(sender, 1, static (_, taken) => taken + 1) <= most) return true;
        Leave(sender);
        return false;
    }

    /// <summary>Gives a place back.</summary>
    public void Leave(string sender) => _taken.AddOrUpdate(sender, 0, static (_, taken) => taken - 1);
}
