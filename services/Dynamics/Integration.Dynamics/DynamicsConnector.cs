using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Customers;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.Lists;
using Integration.Dynamics.Finance.Payments;
using Integration.Dynamics.Finance.Probing;
using Integration.Dynamics.Finance.Products;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Finance.Stock;
using Integration.Dynamics.Tokens;

namespace Integration.Dynamics;

/// <summary>Dynamics 365 over one connection: one HTTP client, its token and its budget.</summary>
internal sealed class DynamicsConnector : IErp, ILookupProbe, IDisposable
{
    private readonly DynamicsSettings _settings;
    private readonly OutsideHttp _http;
    private readonly Doctor _doctor;
    private readonly UniqueNumber _unique;
    private readonly FinancePayments _payments;

    internal DynamicsConnector(ConnectionDefinition connection, DynamicsSettings settings, OutsideHttp http, ITokenSource tokens, TimeProvider clock)
    {
        _settings = settings;
        _http = http;
        Connection = connection.Name;
        _unique = new UniqueNumber(settings.Numbering == Numbering.Ours);
        var client = new FinanceClient(http, tokens, connection.Url, settings);
        var orders = new OrderStore(client, settings);
        var customers = new OrderCustomers(client, settings, clock);
        SalesOrders = new FinanceSalesOrders(client, orders, settings, _unique, customers.Remember);
        _payments = new FinancePayments(client, settings, customers, clock);
        Customers = new FinanceCustomers(client, settings);
        CustomerRecords = new FinanceCustomerRecords(client, settings, clock);
        Fulfilment = new FinanceFulfilment(client, orders, settings);
        Stock = new FinanceStock(client, settings);
        Products = new FinanceProducts(client, settings, clock);
        Lists = [new SalesOrderList(client, settings)];
        Mappings = [CustomerRecords.ToErp, CustomerRecords.ToStore, .. _payments.Mappings];
        _doctor = new Doctor(client, connection, settings, clock);
    }

    /// <inheritdoc />
    public string Connection { get; }

    /// <inheritdoc />
    public TimeSpan LongestLateCommit => _settings.LongestLateCommit;

    /// <inheritdoc />
    public Capabilities Capabilities => new()
    {
        UniqueOrderReference = _unique.Holds,
        Unsupported =
        [
            "F&O's entities have no change stamps: a sweep lists all open orders and the packing slips of some days, and compares.",
            "Stock tells nothing of its changes but by business event: otherwise the reading of everything finds them.",
            "Journals are posted by a batch job of F&O or by people: no OData operation does it. What stands in an open journal counts as booked.",
            "Products and their prices are read, and not written: a product is released by people, and prices come from trade agreement journals that they post.",
            "Returns are not there: the entity sets of F&O's return orders are not known, and orders with negative lines say neither what was received nor what was credited.",
            "Variants sold under SKUs of their own need product dimensions in the mapping document; stock is added up per item number.",
            .. _settings.Cancellation.By == CancelBy.Person ? ["Orders are cancelled and opened again by people in F&O: no OData operation does it."] : (string[])[],
        ],
    };

    /// <inheritdoc />
    public ISalesOrders SalesOrders { get; }

    /// <inheritdoc />
    public IErpCustomers Customers { get; }

    /// <inheritdoc />
    public IFulfilmentReader Fulfilment { get; }

    /// <inheritdoc />
    public ICustomerRecords CustomerRecords { get; }

    /// <inheritdoc />
    public IErpPayments? Payments => _payments;

    /// <inheritdoc />
    public IErpProducts? Products { get; }

    /// <inheritdoc />
    public IReadOnlyList<IRecordList> Lists { get; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Unlisted { get; } = new Dictionary<string, string>
    {
        [Entities.Return] = "Returns are not served: the entity sets of F&O's return orders are not known.",
    };

    /// <inheritdoc />
    public IReadOnlyList<MappingPort> Mappings { get; }

    /// <inheritdoc />
    public IErpStock? Stock { get; }

    /// <inheritdoc />
    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) => _doctor.ExamineAsync(ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<ProbeFinding>> ProbeLookupsAsync(JsonObject lookups, CancellationToken ct) => _doctor.ExamineLookupsAsync(lookups, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        _payments.Dispose();
        _http.Dispose();
    }
}
