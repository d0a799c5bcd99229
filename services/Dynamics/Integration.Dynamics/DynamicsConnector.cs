using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse;
using Integration.Dynamics.Dataverse.Probing;
using Integration.Dynamics.Finance;
using Integration.Dynamics.Hints;

namespace Integration.Dynamics;

/// <summary>Dynamics 365 over one connection: for each address one HTTP client, its token and its budget.</summary>
internal sealed class DynamicsConnector : IErp, ILookupProbe, IDisposable
{
    private readonly DynamicsSettings _settings;
    private readonly FinanceBackEnd? _finance;
    private readonly SalesBackEnd? _sales;
    private readonly DynamicsPorts _ports;

    internal DynamicsConnector(ConnectionDefinition connection, DynamicsSettings settings, Endpoint? finance, Endpoint? dataverse, TimeProvider clock)
    {
        Connection = connection.Name;
        _settings = settings;
        _finance = finance is null ? null : new FinanceBackEnd(finance, connection, settings, clock);
        _sales = dataverse is null ? null : new SalesBackEnd(dataverse, connection, settings, clock);
        _ports = (_finance, _sales) switch
        {
            // fno
            ({ } all, null) => all.Ports,
            // dataverse
            (null, { } all) => all.Alone(),
            // dataverse+fno: orders are made in Sales, and dual-write takes them to F&O, where everything after them happens.
            ({ } books, { } sales) => books.Ports with
            {
                SalesOrders = sales.Orders(books.OrdersOfDualWrite),
                RefusesSecondOrder = SalesBackEnd.RefusesSecondOrder,
                Push = new DynamicsPush(sales.WebhooksOfDualWrite, books.Events),
            },
            _ => throw new ArgumentException("A connection has at least one address.", nameof(connection)),
        };
    }

    /// <inheritdoc />
    public string Connection { get; }

    /// <inheritdoc />
    public TimeSpan LongestLateCommit => _settings.LongestLateCommit;

    /// <inheritdoc />
    public Capabilities Capabilities => new()
    {
        UniqueOrderReference = _ports.RefusesSecondOrder(),
        ChangedSince = !_settings.HasFinance,
        Unsupported = Lacks.Of(_settings),
    };

    /// <inheritdoc />
    public ISalesOrders SalesOrders => _ports.SalesOrders;

    /// <inheritdoc />
    public IErpCustomers Customers => _ports.Customers;

    /// <inheritdoc />
    public IFulfilmentReader Fulfilment => _ports.Fulfilment;

    /// <inheritdoc />
    public IPushReader Push => _ports.Push;

    /// <inheritdoc />
    public ICustomerRecords CustomerRecords => _ports.CustomerRecords;

    /// <inheritdoc />
    public IErpPayments? Payments => _ports.Payments;

    /// <inheritdoc />
    public IErpReturns? Returns => _ports.Returns;

    /// <inheritdoc />
    public IErpProducts Products => _ports.Products;

    /// <inheritdoc />
    public IErpStock Stock => _ports.Stock;

    /// <inheritdoc />
    public IReadOnlyList<IRecordList> Lists => _ports.Lists;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Unlisted => Lacks.Unlisted(_settings);

    /// <inheritdoc />
    public IReadOnlyList<MappingPort> Mappings => _ports.Mappings;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) =>
        [.. _sales is null ? [] : await _sales.Doctor.ExamineAsync(ct), .. _finance is null ? [] : await _finance.Doctor.ExamineAsync(ct)];

    /// <inheritdoc />
    public async Task<IReadOnlyList<ProbeFinding>> ProbeLookupsAsync(JsonObject lookups, CancellationToken ct) =>
        _finance is null ? DataverseDoctor.ExamineLookups(lookups) : await _finance.Doctor.ExamineLookupsAsync(lookups, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        _finance?.Dispose();
        _sales?.Dispose();
    }
}
