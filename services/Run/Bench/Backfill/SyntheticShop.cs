using System.Globalization;
using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Run.Bench.Backfill;

/// <summary>
/// A storefront without a network: as many records of the past as it is told, each made when it is read, and a new one every second. Every page that it lists is
/// written down, so that a process that is killed does not take the count with it.
/// </summary>
internal sealed class SyntheticShop(int records, string pagesFile, TimeProvider time) : IStorefront, IStorefrontOrders, IOrderHistory
{
    /// <summary>Records of a page.</summary>
    public const int PageSize = 100;

    /// <summary>Begin of the ids of new records; the moment in Unix milliseconds follows.</summary>
    public const string Live = "live-";

    private static readonly DateTimeOffset Past = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Connection => "shop";

    public Capabilities Capabilities { get; } = new() { ChangedSince = true };

    public TimeSpan LongestLateCommit => TimeSpan.FromMinutes(1);

    public IStorefrontOrders Orders => this;

    public IOrderHistory? OrderHistory => this;

    public IFulfilmentStatusWriter? FulfilmentStatus => null;

    public ITrackingWriter? Tracking => null;

    public IErpNumberWriter? ErpNumber => null;

    public bool HintsEveryChange => false;

    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<ProbeFinding>>([]);

    public Task<ReadOutcome<Order>> ReadAsync(PairDefinition pair, string id, CancellationToken ct) =>
        Task.FromResult<ReadOutcome<Order>>(new ReadOutcome<Order>.Found(One(pair, id, id.StartsWith(Live, StringComparison.Ordinal) ? time.GetUtcNow() : Past)));

    public async Task<ListedPage> PageAsync(DateTimeOffset since, string? cursor, CancellationToken ct)
    {
        var from = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        await File.AppendAllTextAsync(pagesFile, $"{from}\n", ct);
        var next = from + PageSize;
        return new ListedPage.Read(
            [.. Enumerable.Range(from, Math.Min(PageSize, records - from)).Select(number => number.ToString(CultureInfo.InvariantCulture))],
            next < records ? next.ToString(CultureInfo.InvariantCulture) : null, Math.Min(1, (double)next / records));
    }

    public async IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        var now = time.GetUtcNow();
        yield return new ChangePage([new ChangedRecord($"{Live}{now.ToUnixTimeMilliseconds()}", now)], now, Last: true);
    }

    private static Order One(PairDefinition pair, string id, DateTimeOffset placed) => new()
    {
        Key = new OrderKey(pair.Name, id),
        Storefront = pair.StorefrontCode,
        Number = id,
        PlacedAt = placed,
        ChangedAt = placed,
        LocalDate = DateOnly.FromDateTime(placed.UtcDateTime),
        Currency = "EUR",
        PaymentStatus = PaymentStatus.Paid,
        PaymentStatusCode = "P",
        FulfilmentStatus = Contracts.Orders.FulfilmentStatus.New,
        FulfilmentStatusCode = "N",
        Customer = new CustomerIdentity { Email = $"customer-{id}@example.org", IsGuest = false },
        BillingAddress = new Address { Country = "DE" },
        Lines = [new OrderLine { Id = "1", Sku = "MUG-01", Name = "Mug", Quantity = 2, UnitPrice = 5m, Subtotal = 10m }],
        ShippingCost = 4.90m,
        Total = 14.90m,
    };
}
