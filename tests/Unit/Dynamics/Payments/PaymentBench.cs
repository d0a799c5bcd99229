using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Payments;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Payments;

/// <summary>The port on a scripted server, with the shipped mapping documents.</summary>
internal sealed class PaymentBench : IDisposable
{
    private static readonly RecordRef Order = new(Entities.Order, "000891", "000891");

    private static readonly LookupTables Lookups = LookupTables.Parse(JsonNode.Parse("""
        { "payment-methods": { "codes": { "Card": "CARD" } },
          "ledger-accounts": { "codes": { "Card:USD": "10200-WEB", "fees:USD": "62000-WEB", "customers:USD": "11000-WEB" } } }
        """)!.AsObject(), "test");

    public PaymentBench(PaymentSettings? settings = null, TimeProvider? clock = null, PaymentBooking booking = PaymentBooking.Payment)
    {
        Bench = new FinanceBench(FinanceBench.Usual with { Payments = settings ?? new PaymentSettings { Journal = "WebPay", GeneralJournal = "WebJrn" } });
        Customers = new OrderCustomers(Bench.Client, Bench.Settings, clock ?? TimeProvider.System);
        Port = new FinancePayments(Bench.Client, Bench.Settings, Customers, clock ?? TimeProvider.System);
        Settings = new PaymentLane { Booking = booking, Embed = false };
    }

    public FinanceBench Bench { get; }

    public FinanceServer Server => Bench.Server;

    public OrderCustomers Customers { get; }

    public FinancePayments Port { get; }

    public PaymentLane Settings { get; set; }

    public PairDefinition Pair => new()
    {
        Name = "p", Mode = PairMode.Live, From = DateTimeOffset.UnixEpoch, TimeZone = TimeZoneInfo.Utc, StorefrontCode = "XC1",
        Storefront = new ConnectionDefinition { Name = "s", Kind = "x", Url = new Uri("http://127.0.0.1/") }, Erp = new ConnectionDefinition { Name = "e", Kind = "y", Url = new Uri("http://127.0.0.1/") },
        Lanes = new PairLanes { Payments = Settings },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static PaymentEntry Entry(string key = "XC1-T1", decimal amount = 100.01m, PaymentEntryKind kind = PaymentEntryKind.Capture, decimal fee = 0) => new()
    {
        Key = key, Transaction = "T1", Kind = kind, Method = "Card", Amount = amount, Currency = "USD", Fee = fee, At = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero),
        LocalDate = new DateOnly(2026, 3, 2), ProviderReference = "pi_1",
    };

    /// <summary>A line as F&amp;O shows it.</summary>
    public static string Line(string key = "XC1-T1", string credit = "100.01", string debit = "0", int number = 1, string journal = "00012", string text = "Shop order 1001, Card") => $$"""
        "JournalBatchNumber":"{{journal}}","LineNumber":{{number}},"PaymentId":"{{key}}","PaymentReference":"000891","AccountType":"Cust","AccountDisplayValue":"C42",
        "CreditAmount":{{credit}},"DebitAmount":{{debit}},"CurrencyCode":"USD","PaymentMethodName":"CARD","OffsetAccountType":"Ledger","OffsetAccountDisplayValue":"10200",
        "TransactionDate":"2026-03-02T12:00:00Z","TransactionText":"{{text}}"
        """;

    /// <summary>A line of the general journal as F&amp;O shows it.</summary>
    public static string LedgerLine(string debit, int number, string key = "XC1-T1", string kind = "capture", string journal = "00031") => $$"""
        "JournalBatchNumber":"{{journal}}","LineNumber":{{number}},"Document":"{{key}}","Text":"{{key}} {{kind}}, shop order 1001, Card","DebitAmount":{{debit}},"CreditAmount":0,
        "CurrencyCode":"USD","TransDate":"2026-03-02T12:00:00Z","AccountDisplayValue":"10200-WEB","OffsetAccountDisplayValue":"11000-WEB"
        """;

    /// <summary>A journal's header as F&amp;O shows it.</summary>
    public static string Journal(string number = "00012", bool posted = false) =>
        $"\"JournalBatchNumber\":\"{number}\",\"Description\":\"Shop payments 2026-03-02\",\"IsPosted\":\"{(posted ? "Yes" : "No")}\"";

    /// <summary>The answer to a write of one record.</summary>
    public static FinanceReply Made(string inside) => new(201, $$"""{"dataAreaId":"usmf",{{inside}}}""");

    public JsonObject Document(PaymentEntry entry)
    {
        var port = Port.MappingOf(Settings.Booking)!;
        var result = MappingDocument.Parse(port.Default).Compile(port.Source, port.Target)
            .Map(PaymentSource.Of(new PostPayment(new OrderKey("p", "1"), "1001", Order, entry, [], 1)), Lookups, null, Ct);
        Assert.Empty(result.Problems);
        return result.Document!;
    }

    public PaymentPosting Posting(PaymentEntry entry, params IReadOnlyList<string> captures) => new(entry, Order, captures, Settings);

    public Task<WriteOutcome> PostAsync(PaymentEntry entry, params IReadOnlyList<string> captures) => Port.PostAsync(Posting(entry, captures), Document(entry), Ct);

    public Task<LookOutcome> FindAsync(PaymentEntry entry, params IReadOnlyList<string> captures) => Port.FindAsync(Posting(entry, captures), Document(entry), Ct);

    public async Task<IReadOnlyList<BookedPayment>> DayAsync()
    {
        var listed = new List<BookedPayment>();
        await foreach (var page in Port.ListByDayAsync(Pair, new DateOnly(2026, 3, 2), Ct)) listed.AddRange(page.Payments);
        return listed;
    }

    public void Dispose()
    {
        Port.Dispose();
        Bench.Dispose();
    }
}
