using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Tests.Compliance.Erp;

namespace Integration.Tests.Compliance.Lists;

/// <summary>An ERP on its stand-in. Orders bear the date that they have in the pair's zone; where no API cancels them, people do.</summary>
/// <param name="erp">The ERP.</param>
/// <param name="kind">The connection's kind.</param>
internal abstract class ErpListed<TErp>(TErp erp, string kind) : ListedSide
    where TErp : ErpUnderTest
{
    private int _number = 1000;

    public override IConnector Connector => Erp.Erp;

    public override PairDefinition Pair { get; } = With(new PairDefinition
    {
        Name = "shop-erp", Mode = PairMode.Live, From = DateTimeOffset.UnixEpoch, TimeZone = Zone, StorefrontCode = "",
        Storefront = new ConnectionDefinition { Name = "shop", Kind = "xcart", Url = new Uri("https://shop.example.com") },
        Erp = new ConnectionDefinition { Name = "erp", Kind = kind, Url = new Uri("https://erp.example.com") },
    });

    public override int PageSize => Erp.Features.PageSize;

    public override DateTimeOffset Now => DateTimeOffset.UtcNow;

    protected TErp Erp { get; } = erp;

    public override Task<ListedOrder> OrderAsync(DateTimeOffset at) => EnterAsync(Pair.StorefrontCode, at);

    public override async Task<string?> StrangeOrderAsync() => (await EnterAsync("XC1", Now)).Key;

    public override async Task CancelAsync(ListedOrder order)
    {
        if (Erp.Features.Cancels) Done(await Erp.Erp.SalesOrders.CancelAsync(order.Id, CancellationToken.None));
        else await Erp.CancelAsync(order.Id);
    }

    public override async Task<string> CustomerAsync(string email)
    {
        var order = OrderSamples.Of("1", "USD", (Erp.Features.Skus[0], 1m, 1m));
        return Done(await Erp.Erp.Customers.CreateAsync(order with { Customer = order.Customer with { Email = email } }, CancellationToken.None));
    }

    public override Task DenyAsync() => Erp.RevokeAsync(true);

    public override ValueTask DisposeAsync() => Erp.DisposeAsync();

    private async Task<ListedOrder> EnterAsync(string shop, DateTimeOffset at)
    {
        var number = (++_number).ToString(CultureInfo.InvariantCulture);
        var order = OrderSamples.Of(number, "USD", (Erp.Features.Skus[0], 1m, 10m)) with { Storefront = shop, PlacedAt = at, LocalDate = DaySpan.DayOf(at, Zone) };
        return new ListedOrder(order.Reference, Done(await Erp.Erp.SalesOrders.CreateAsync(order.Reference, await Erp.DocumentAsync(order), CancellationToken.None)));
    }

    private static string Done(WriteOutcome outcome) => outcome is WriteOutcome.Done done ? done.Ref.Id : throw new InvalidOperationException($"{outcome}");
}
