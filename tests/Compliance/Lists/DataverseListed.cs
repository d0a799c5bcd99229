using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Sandbox.Faults;
using Integration.Tests.Compliance.Erp;
using Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

namespace Integration.Tests.Compliance.Lists;

/// <summary>Dynamics 365 Sales alone, on its stand-in. Orders bear the date that they have in the pair's zone.</summary>
internal sealed class DataverseListed(DataverseErp erp) : ListedSide
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

    public static async Task<ListedSide> StartAsync() => new DataverseListed(await DataverseErp.StartAsync(integrated: true));

    public override Task<ListedOrder> OrderAsync(DateTimeOffset at) => EnterAsync(Pair.StorefrontCode, at);

    public override async Task<string?> StrangeOrderAsync() => (await EnterAsync("XC1", Now)).Key;

    public override async Task CancelAsync(ListedOrder order) => Done(await erp.Erp.SalesOrders.CancelAsync(order.Id, CancellationToken.None));

    public override Task DeleteAsync(ListedOrder order) => erp.ControlAsync("tamper", new { entity = "salesorder", keys = new[] { order.Id }, delete = true });

    public override async Task<string> CustomerAsync(string email)
    {
        var order = OrderSamples.Of("1", "USD", (erp.Features.Skus[0], 1m, 1m));
        return Done(await erp.Erp.Customers.CreateAsync(order with { Customer = order.Customer with { Email = email } }, CancellationToken.None));
    }

    public override Task ThrottleAsync()
    {
        erp.Dataverse.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 429, PathContains = "/api/data/", Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } });
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
