using Integration.Connectors.Outcomes;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Products;

/// <summary>The organization's price lists: a few records that hardly change, so that they are read now and then.</summary>
internal sealed class PriceLists(DataverseClient client, TimeProvider clock)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    private (DateTimeOffset At, IReadOnlyList<PriceList> Lists)? _read;

    /// <summary>All of them, as they stood minutes ago at most.</summary>
    public async Task<(IReadOnlyList<PriceList> Lists, WriteOutcome? Failure)> AllAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_read is { } read && now - read.At < Lasting) return (read.Lists, null);
        var page = await client.AllAsync("pricelevels", new EntityQuery
        {
            Select = ["pricelevelid", "name", "statecode"], Expand = "transactioncurrencyid($select=isocurrencycode)", OrderBy = "pricelevelid",
        }, ct);
        if (page.Failure is { } failure) return ([], failure);
        var lists = page.Records.Select(list => new PriceList(
            list.Id("pricelevelid") ?? Guid.Empty, list.Text("name"), list.One("transactioncurrencyid")?.Text("isocurrencycode") ?? "", list.Whole("statecode") == 0)).ToList();
        _read = (now, lists);
        return (lists, null);
    }
}
