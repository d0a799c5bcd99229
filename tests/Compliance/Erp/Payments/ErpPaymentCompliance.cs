using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Payments;

/// <summary>What the payment lane relies on in every ERP that books payments. The rest of the suite stands in the other parts of this class.</summary>
public abstract partial class ErpPaymentCompliance : IAsyncLifetime
{
    private const string Method = "Überweisung – 支付";
    private static readonly DateOnly Day = new(2026, 3, 2);
    private ErpUnderTest? _erp;
    private RecordRef _order = null!;

    /// <summary>How money is booked.</summary>
    protected abstract PaymentBooking Booking { get; }

    /// <summary>Lookups by which the shipped mapping finds methods and accounts; all lead <c>Überweisung – 支付</c> somewhere.</summary>
    protected abstract JsonObject Lookups { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private bool Releases => _erp!.Features.ReleasesMoney;

    private IBooksUnderTest Books => (IBooksUnderTest)_erp!;

    private IErpPayments Port => _erp!.Erp.Payments!;

    private PaymentLane Settings => new() { Booking = Booking, Embed = false };

    /// <summary>Starts an empty ERP.</summary>
    protected abstract Task<ErpUnderTest> StartAsync();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _erp = await StartAsync();
        _order = await OrderAsync("1001", "USD");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_erp is not null) await _erp.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<RecordRef> OrderAsync(string number, string currency)
    {
        var order = OrderSamples.Of(number, currency, (_erp!.Features.Skus[0], 2m, 60m), (_erp.Features.Skus[1], 1m, 40m)).With(order => order with { ShippingCost = 5m, Taxes = [] });
        return Assert.IsType<WriteOutcome.Done>(await _erp.Erp.SalesOrders.CreateAsync(order.Reference, await _erp.DocumentAsync(order), Ct)).Ref;
    }

    private static PaymentEntry Entry(string key, decimal amount, PaymentEntryKind kind = PaymentEntryKind.Capture, string currency = "USD", DateOnly? day = null) => new()
    {
        Key = key, Transaction = "T1", Kind = kind, Method = Method, Amount = amount, Currency = currency, At = new DateTimeOffset(day ?? Day, new TimeOnly(12, 0), TimeSpan.Zero),
        LocalDate = day ?? Day, ProviderReference = "pi_łódź",
    };

    private JsonObject Document(PaymentEntry entry)
    {
        var port = Port.MappingOf(Booking)!;
        var result = MappingDocument.Parse(port.Default).Compile(port.Source, port.Target).Map(PaymentSource.Of(new PostPayment(new OrderKey("p", "1"), "1001", _order, entry, [], 1)), LookupTables.Parse(Lookups, "test"), null, Ct);
        return result.Document ?? throw new InvalidOperationException(string.Join("; ", result.Problems.Select(problem => problem.Message)));
    }

    private PaymentPosting Posting(PaymentEntry entry, params IReadOnlyList<string> captures) => new(entry, _order, captures, Settings);

    private Task<WriteOutcome> PostAsync(PaymentEntry entry, params IReadOnlyList<string> captures) => Port.PostAsync(Posting(entry, captures), Document(entry), Ct);

    private Task<LookOutcome> FindAsync(PaymentEntry entry, params IReadOnlyList<string> captures) => Port.FindAsync(Posting(entry, captures), Document(entry), Ct);

    private async Task<BookedDocument> OnlyAsync(string key) => Assert.Single(await Books.DocumentsAsync(key));

    private PairDefinition Pair => new()
    {
        Name = "p", Mode = PairMode.Live, From = DateTimeOffset.UnixEpoch, TimeZone = TimeZoneInfo.Utc, StorefrontCode = "XC1",
        Storefront = new ConnectionDefinition { Name = "s", Kind = "x", Url = new Uri("http://127.0.0.1/") }, Erp = new ConnectionDefinition { Name = "e", Kind = "y", Url = new Uri("http://127.0.0.1/") },
        Lanes = new PairLanes { Payments = Settings },
    };
}
