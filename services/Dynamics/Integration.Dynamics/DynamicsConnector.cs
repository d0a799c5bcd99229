using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Customers;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.Probing;
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

    internal DynamicsConnector(ConnectionDefinition connection, DynamicsSettings settings, OutsideHttp http, ITokenSource tokens, TimeProvider clock)
    {
        _settings = settings;
        _http = http;
        Connection = connection.Name;
        _unique = new UniqueNumber(settings.Numbering == Numbering.Ours);
        var client = new FinanceClient(http, tokens, connection.Url, settings);
        var orders = new OrderStore(client, settings);
        SalesOrders = new FinanceSalesOrders(client, orders, settings, _unique);
        Customers = new FinanceCustomers(client, settings);
        Fulfilment = new FinanceFulfilment(client, orders, settings);
        Stock = new FinanceStock(client, settings);
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
            "Payments, returns, products, price lists, customers as records of their own and lists for reconciliation are not there yet.",
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
    public IErpStock? Stock { get; }

    /// <inheritdoc />
    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) => _doctor.ExamineAsync(ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<ProbeFinding>> ProbeLookupsAsync(JsonObject lookups, CancellationToken ct) => _doctor.ExamineLookupsAsync(lookups, ct);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
