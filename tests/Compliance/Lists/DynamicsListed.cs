using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Sandbox.Faults;
using Integration.Tests.Compliance.Erp;
using Integration.Tests.Compliance.Erp.Dynamics;

namespace Integration.Tests.Compliance.Lists;

/// <summary>Finance and Operations on its stand-in. Orders bear the date that they have in the pair's zone; people cancel them.</summary>
internal sealed class DynamicsListed(DynamicsErp erp) : ListedSide
{
    private int _number = 1000;

    public override IConnector Connector => erp.Erp;

    public override PairDefinition Pair { get; } = With(new PairDefinition
    {
        Name = "shop-erp", Mode = PairMode.Live, From = DateTimeOffset.UnixEpoch, TimeZone = Zone, StorefrontCode = "",
        Storefront = new ConnectionDefinition { Name = "shop", Kind = "xcart", Url = new Uri("https://shop.example.com") },
        Erp = new ConnectionDefinition { Name = "erp", Kind = "dynamics", Url = new Uri("https://erp.example.com") },
    });

    public override int PageSize => erp.Features.PageSize;

    public override DateTimeOffset Now => DateTimeOffset.UtcNow;

    public static async Task<ListedSide> StartAsync() => new DynamicsListed(await DynamicsErp.StartAsync(ownNumbers: true));

    public override Task<ListedOrder> OrderAsync(DateTimeOffset at) => EnterAsync(Pair.StorefrontCode, at);

    public override async Task<string?> StrangeOrderAsync() => (await EnterAsync("XC1", Now)).Key;

    public override Task CancelAsync(ListedOrder order) => erp.CancelAsync(order.Id);

    public override Task DeleteAsync(ListedOrder order) => erp.ControlAsync("tamper", new { entity = "SalesOrderHeadersV3", keys = new[] { "usmf", order.Id }, delete = true });

    public override async Task<string> CustomerAsync(string email)
    {
        var order = OrderSamples.Of("1", "USD", (erp.Features.Skus[0], 1m, 1m));
        return Done(await erp.Erp.Customers.CreateAsync(order with { Customer = order.Customer with { Email = email } }, CancellationToken.None));
    }

    public override Task ThrottleAsync()
    {
        erp.Finance.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 429, PathContains = "/data/", Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } });
        return Task.CompletedTask;
    }

    public override Task DenyAsync() => erp.RevokeAsync(true);

    public override ValueTask DisposeAsync() => erp.DisposeAsync();

    private async Task<ListedOrder> EnterAsync(string shop, DateTimeOffset at)
    {
        var number = (++_number).ToString(CultureInfo.InvariantCulture);
        var order = OrderSamples.Of(number, "USD", (erp.Features.Skus[0], 1m, 10m)) with { Storefront = shop, PlacedAt = at, LocalDate = DaySpan.DayOf(at, Zone) };
        return new ListedOrder(order.Reference, Done(await erp.Erp.SalesOrders.CreateAsync(order.Reference, await erp.DocumentAsync(order), CancellationToken.None)));
    }

    private static string Done(WriteOutcome outcome) => outcome is WriteOutcome.Done done ? done.Ref.Id : throw new InvalidOperationException($"{outcome}");
}
