using System.Globalization;

namespace Integration.XCart.Sweeping;

/// <summary>Which part of the list is asked for next, so that pages overlap by at least one whole key.</summary>
internal sealed class PageWindow
{
    private readonly int _pageSize;
    private readonly int _largest;
    private RowKey? _oldestSeen;
    private int _times = 1;

    /// <param name="pageSize">Rows of a page.</param>
    /// <param name="largest">More rows are never asked for at once.</param>
    /// <param name="place">A former <see cref="Place"/> to go on from; null to begin.</param>
    public PageWindow(int pageSize, int largest, string? place = null)
    {
        (_pageSize, _largest) = (pageSize, largest);
        if (place?.Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToList() is not [var offset, var times, var changedAt, var placedAt]) return;
        (Offset, _times, _oldestSeen) = ((int)offset, (int)times, new RowKey(changedAt, placedAt));
    }

    /// <summary>Where the next page begins, as text; only after <see cref="Advance"/>.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Offset} {_times} {_oldestSeen?.ChangedAt ?? 0} {_oldestSeen?.PlacedAt ?? 0}");

    /// <summary>Rows to leave out.</summary>
    public int Offset { get; private set; }

    /// <summary>Rows to ask for.</summary>
    public int Limit => _pageSize * _times;

    /// <summary>True when nothing can lie between this page and the ones before it.</summary>
    public bool Joins(IReadOnlyList<ListedOrder> page) =>
        Offset == 0 || _oldestSeen is not { } oldest || (page.Count > 0 && page[0].Key.CompareTo(oldest) > 0);

    /// <summary>Rows were deleted before this page and it starts too far down: go up.</summary>
    public void StepBack() => Offset = Math.Max(0, Offset - _pageSize);

    /// <summary>Moves to the row before the first one with the page's oldest key. False when a single key fills the largest page.</summary>
    public bool Advance(IReadOnlyList<ListedOrder> page)
    {
        var oldest = page[^1].Key;
        var newer = page.Count;
        while (newer > 0 && page[newer - 1].Key == oldest) newer--;
        if (newer <= 1)
        {
            // The next page would be this one again: only a larger one reaches past that key.
            _times *= 2;
            return Limit <= _largest;
        }

        Offset += newer - 1;
        _times = 1;
        _oldestSeen = oldest;
        return true;
    }
}
