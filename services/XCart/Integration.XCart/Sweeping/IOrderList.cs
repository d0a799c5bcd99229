namespace Integration.XCart.Sweeping;

/// <summary>The shop's list of orders, newest change first.</summary>
internal interface IOrderList
{
    /// <summary>More rows than this are never asked for at once.</summary>
    int LargestPage { get; }

    /// <summary>Reads a part of it.</summary>
    /// <param name="offset">Rows to leave out; the part begins exactly there.</param>
    /// <param name="limit">Most rows to give; fewer may come.</param>
    /// <param name="since">Rows changed before may be left out where the shop can do that.</param>
    /// <param name="ct">Cancels.</param>
    Task<ListPart> ReadAsync(int offset, int limit, DateTimeOffset since, CancellationToken ct);
}
