namespace Integration.XCart.Sweeping;

/// <summary>By what a list of orders is ordered, newest first.</summary>
/// <param name="ChangedAt">The change stamp, Unix seconds.</param>
/// <param name="PlacedAt">What orders rows of the same second, Unix seconds; 0 where the shop leaves that open.</param>
internal readonly record struct RowKey(long ChangedAt, long PlacedAt = 0) : IComparable<RowKey>
{
    public int CompareTo(RowKey other) => (ChangedAt, PlacedAt).CompareTo((other.ChangedAt, other.PlacedAt));
}
