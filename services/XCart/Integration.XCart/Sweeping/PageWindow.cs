namespace Integration.XCart.Sweeping;

/// <summary>Which part of the list is asked for next, so that pages overlap by at least one whole key.</summary>
internal sealed class PageWindow(int pageSize, int largest)
{
    private RowKey? _oldestSeen;
    private int _times = 1;

    /// <summary>Rows to leave out.</summary>
    public int Offset { get; private set; }

    /// <summary>Rows to ask for.</summary>
    public int Limit => pageSize * _times;

    /// <summary>True when nothing can lie between this page and the ones before it.</summary>
    public bool Joins(IReadOnlyList<ListedOrder> page) =>
        Offset == 0 || _oldestSeen is not { } oldest || (page.Count > 0 && page[0].Key.CompareTo(oldest) > 0);

    /// <summary>Rows were deleted before this page and it starts too far down: go up.</summary>
    public void StepBack() => Offset = Math.Max(0, Offset - pageSize);

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
            return Limit <= largest;
        }

        Offset += newer - 1;
        _times = 1;
        _oldestSeen = oldest;
        return true;
    }
}
