using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Products;

/// <summary>
/// Products whose prices changed: a price does not move its product's stamp, and one that is taken off a list leaves nothing behind. So prices are followed by change tracking, with the product of
/// each in memory. The first reading, and that after a token has expired, lists all of them.
/// </summary>
internal sealed class PriceChanges(DataverseClient client, int pageSize)
{
    private const string Set = "productpricelevels";
    private const string Id = "productpricelevelid";
    private const string Product = "productid";
    private const string Stamp = "modifiedon";

    private static readonly string[] Columns = [Id, "_productid_value", Stamp];

    private readonly Dictionary<Guid, Guid> _products = [];
    private readonly List<ChangedRecord> _noticed = [];
    private string? _link;
    private DateTimeOffset? _readUpTo;

    /// <summary>Products whose prices changed since a moment. What was noticed once is told again until a later moment is asked for, so that nothing is lost with an answer.</summary>
    public async Task<ChangePage> SinceAsync(DateTimeOffset since, CancellationToken ct)
    {
        _noticed.RemoveAll(record => record.ChangedAt < since);
        var reading = await ReadAsync(_link, ct);
        if (reading.IsExpired) (_link, reading) = (null, await ReadAsync(null, ct));
        if (reading.Failure is { } failure) return new ChangePage([], reading.SourceTime, Last: false, failure);
        Take(reading, _link is null, _readUpTo is { } last && last < since ? last : since);
        (_link, _readUpTo) = (reading.Delta, reading.SourceTime ?? _readUpTo);
        return new ChangePage([.. _noticed.GroupBy(record => record.Id, StringComparer.Ordinal).Select(same => same.MaxBy(record => record.ChangedAt)!)], reading.SourceTime, Last: true);
    }

    // To the last page, or nothing of it: a link that was half read is read again.
    private async Task<TrackedPage> ReadAsync(string? link, CancellationToken ct)
    {
        var page = link is null ? await client.TrackAsync(Set, Columns, pageSize, ct) : await client.ChangesAsync(link, pageSize, ct);
        var (changed, deleted) = (new List<DataverseRecord>(page.Changed), new List<Guid>(page.Deleted));
        while (page is { Failure: null, Next: { } next })
        {
            page = await client.ChangesAsync(next, pageSize, ct);
            changed.AddRange(page.Changed);
            deleted.AddRange(page.Deleted);
        }

        return page with { Changed = changed, Deleted = deleted };
    }

    private void Take(TrackedPage reading, bool isWhole, DateTimeOffset from)
    {
        var now = reading.SourceTime ?? from;
        if (isWhole)
        {
            var there = reading.Changed.Select(price => price.Id(Id)).ToHashSet();
            foreach (var gone in _products.Keys.Where(price => !there.Contains(price)).ToList()) Forget(gone, now);
        }

        foreach (var price in reading.Changed)
        {
            if (price.Id(Id) is not { } id || price.Link(Product) is not { } product) continue;
            _products[id] = product;
            var changedAt = price.Moment(Stamp) ?? now;
            // All are listed by a whole reading; by the feed only those that changed.
            if (!isWhole || changedAt >= from) Notice(product, isWhole ? changedAt : now);
        }

        foreach (var gone in reading.Deleted) Forget(gone, now);
    }

    private void Forget(Guid price, DateTimeOffset at)
    {
        if (_products.Remove(price, out var product)) Notice(product, at);
    }

    private void Notice(Guid product, DateTimeOffset at) => _noticed.Add(new ChangedRecord(product.ToString("D"), at));
}
