using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Shipments;
using Xunit;

namespace Integration.Tests.Compliance.Erp;

public abstract partial class ErpCompliance
{
    private static readonly DateTimeOffset LongAgo = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task More_changes_than_a_page_holds_are_all_listed_once()
    {
        var wanted = new List<string>();
        for (var number = 0; number < Under.Features.PageSize + 3; number++) wanted.Add(await CreatedAsync(OrderSamples.Of($"3{number:000}", Currency, (Sku, 1m, 1m))));

        var pages = await PagesAsync(Under.Erp.Fulfilment.OrdersChangedSinceAsync(LongAgo, Ct));

        Assert.Equal(wanted.Order(StringComparer.Ordinal), pages.SelectMany(page => page.Records).Select(record => record.Id).Order(StringComparer.Ordinal));
        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.Equal(page == pages[^1], page.Last));
        Assert.All(pages, page => Assert.NotNull(page.SourceTime));
    }

    [Fact]
    public async Task A_record_is_listed_from_its_own_stamp_on_and_not_after_it_or_always_with_content_that_tells_its_changes()
    {
        var id = await CreatedAsync(Sample());
        var pages = await PagesAsync(Under.Erp.Fulfilment.OrdersChangedSinceAsync(LongAgo, Ct));
        var record = Assert.Single(pages.SelectMany(page => page.Records));
        Assert.All(pages, page => Assert.Equal(!Under.Features.ChangeStamps, page.IsWhole));
        if (Under.Features.ChangeStamps)
        {
            Assert.Single((await PagesAsync(Under.Erp.Fulfilment.OrdersChangedSinceAsync(record.ChangedAt.AddMilliseconds(-1), Ct))).SelectMany(page => page.Records));
            Assert.Empty((await PagesAsync(Under.Erp.Fulfilment.OrdersChangedSinceAsync(record.ChangedAt.AddSeconds(1), Ct))).SelectMany(page => page.Records));
            return;
        }

        Assert.Equal(record, Assert.Single((await PagesAsync(Under.Erp.Fulfilment.OrdersChangedSinceAsync(record.ChangedAt.AddDays(1), Ct))).SelectMany(page => page.Records)));
        await Under.EditAsync(id, Sku, 1m);
        Assert.NotEqual(record.Content, Assert.Single((await PagesAsync(Under.Erp.Fulfilment.OrdersChangedSinceAsync(record.ChangedAt.AddDays(1), Ct))).SelectMany(page => page.Records)).Content);
        await Under.CancelAsync(id);
        Assert.Empty((await PagesAsync(Under.Erp.Fulfilment.OrdersChangedSinceAsync(LongAgo, Ct))).SelectMany(page => page.Records));
    }

    [Fact]
    public async Task A_failed_page_ends_the_sweep_and_is_not_the_last_one()
    {
        await CreatedAsync(Sample());
        await Under.RevokeAsync(true);

        var page = Assert.Single(await PagesAsync(Under.Erp.Fulfilment.OrdersChangedSinceAsync(LongAgo, Ct)));

        Assert.IsType<WriteOutcome.Denied>(page.Failure);
        Assert.False(page.Last);
    }

    [Fact]
    public async Task Two_parcels_come_back_with_their_numbers_and_quantities()
    {
        var id = await CreatedAsync(OrderSamples.Of("1001", Currency, (Sku, 3m, 9m), (OtherSku, 1m, 1m)));
        var open = Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await Under.Erp.Fulfilment.ReadOrderAsync(id, Ct)).Value;
        Assert.Equal((id, "XC1-1001", ErpOrderStatus.Open), (open.Id, open.Reference, open.Status));

        await Under.ShipAsync(id, new Parcel(Sku, 2m, "TRACK-1"), new Parcel(OtherSku, 1m, "TRACK-2"));

        var shipments = new List<Shipment>();
        foreach (var record in (await PagesAsync(Under.Erp.Fulfilment.ShipmentsChangedSinceAsync(LongAgo, Ct))).SelectMany(page => page.Records))
            shipments.Add(Assert.IsType<ReadOutcome<ErpShipment>.Found>(await Under.Erp.Fulfilment.ReadShipmentAsync(record.Id, Ct)).Value.ByOrder[id]);
        Assert.Equal(["TRACK-1", "TRACK-2"], shipments.SelectMany(shipment => shipment.TrackingNumbers).Order(StringComparer.Ordinal));
        Assert.Equal([(Sku, 2m), (OtherSku, 1m)], shipments.OrderBy(shipment => shipment.TrackingNumbers[0], StringComparer.Ordinal).SelectMany(shipment => shipment.Lines).Select(line => (line.Sku, line.Quantity)));
        var partly = Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await Under.Erp.Fulfilment.ReadOrderAsync(id, Ct)).Value;
        Assert.Equal(ErpOrderStatus.Shipping, partly.Status);

        await Under.ShipAsync(id, new Parcel(Sku, 1m, "TRACK-3"));
        var whole = Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await Under.Erp.Fulfilment.ReadOrderAsync(id, Ct)).Value;
        Assert.Equal(ErpOrderStatus.Completed, whole.Status);
        Assert.True(whole.ChangedAt >= open.ChangedAt);
    }

    [Fact]
    public async Task Records_that_are_not_there_are_not_found()
    {
        var id = await CreatedAsync(Sample());

        Assert.IsType<ReadOutcome<ErpOrderProgress>.NotFound>(await Under.Erp.Fulfilment.ReadOrderAsync(id + "9", Ct));
        Assert.IsType<ReadOutcome<ErpShipment>.NotFound>(await Under.Erp.Fulfilment.ReadShipmentAsync("000999", Ct));
    }

    private static async Task<List<ChangePage>> PagesAsync(IAsyncEnumerable<ChangePage> sweep)
    {
        var pages = new List<ChangePage>();
        await foreach (var page in sweep) pages.Add(page);
        return pages;
    }
}
