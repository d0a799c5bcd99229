using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Customers;
using Integration.Dynamics.Dataverse.Fulfilment;
using Integration.Dynamics.Dataverse.Lists;
using Integration.Dynamics.Dataverse.Probing;
using Integration.Dynamics.Dataverse.Products;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.SalesOrders;
using Integration.Dynamics.Dataverse.Stock;
using Integration.Dynamics.Finance.Customers;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.Lists;
using Integration.Dynamics.Finance.Payments;
using Integration.Dynamics.Finance.Probing;
using Integration.Dynamics.Finance.Products;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.Returns;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Finance.Stock;

namespace Integration.Dynamics;

/// <summary>Dynamics 365 over one connection: for each address one HTTP client, its token and its budget.</summary>
internal sealed class DynamicsConnector : IErp, ILookupProbe, IDisposable
{
    private readonly DynamicsSettings _settings;
    private readonly IReadOnlyList<OutsideHttp> _https;
    private readonly Doctor? _finance;
    private readonly DataverseDoctor? _dataverse;
    private readonly UniqueNumber _unique;
    private readonly FinancePayments? _payments;

    internal DynamicsConnector(ConnectionDefinition connection, DynamicsSettings settings, Endpoint? finance, Endpoint? dataverse, TimeProvider clock)
    {
        _settings = settings;
        _https = [.. ((Endpoint?[])[finance, dataverse]).OfType<Endpoint>().Select(endpoint => endpoint.Http)];
        Connection = connection.Name;
        _unique = new UniqueNumber(settings.HasDataverse || settings.Numbering == Numbering.Ours);
        IFinanceOrders? financeOrders = null;
        if (finance is { } books)
        {
            var client = new FinanceClient(books.Http, books.Tokens, books.Address, settings);
            var orders = new OrderStore(client, settings);
            var customers = new OrderCustomers(client, settings, clock);
            var records = new FinanceCustomerRecords(client, settings, clock);
            SalesOrders = new FinanceSalesOrders(client, orders, settings, _unique, customers.Remember);
            financeOrders = new OrdersOfDualWrite(client, orders, settings);
            _payments = new FinancePayments(client, settings, customers, clock);
            Customers = new FinanceCustomers(client, settings);
            CustomerRecords = records;
            Fulfilment = new FinanceFulfilment(client, orders, settings);
            Returns = new FinanceReturns(client, orders, settings);
            Stock = new FinanceStock(client, settings);
            Products = new FinanceProducts(client, settings, clock);
            Lists = [new SalesOrderList(client, settings)];
            Mappings = [records.ToErp, records.ToStore, Returns.Mapping, .. _payments.Mappings];
            _finance = new Doctor(client, connection with { Url = books.Address }, settings, clock);
        }

        if (dataverse is { } sales)
        {
            var client = new DataverseClient(sales.Http, sales.Tokens, sales.Address, settings.Dataverse.Tag);
            SalesOrders = new DataverseSalesOrders(client, new SalesStore(client, settings), settings, financeOrders, clock);
            _dataverse = new DataverseDoctor(client, connection, settings, clock);
            if (finance is null)
            {
                var columns = new AccountColumns(settings.CustomerFields);
                var accounts = new AccountStore(client, columns, new AccountKeys(settings.Dataverse.AccountKey), []);
                var records = new DataverseCustomerRecords(client, accounts, columns, settings.PageSize);
                var catalogue = new ProductCatalogue
                {
                    Sku = settings.Dataverse.ProductColumn, MainList = settings.Dataverse.MainPriceList, OrderLists = [.. settings.Dataverse.PriceLists.Values], UnitGroup = settings.Dataverse.UnitGroup,
                    WeightUnit = settings.Products.WeightUnit,
                };
                Customers = new DataverseCustomers(accounts, settings.GuestCustomer);
                CustomerRecords = records;
                Fulfilment = new DataverseFulfilment(client, settings.Dataverse.ExternalId, settings.Dataverse.ProductColumn, settings.PageSize);
                Stock = new DataverseStock(client, settings.Dataverse.StockPlace, settings.Stock.CountsOrdersFrom ?? CountsOrdersFrom.Shipped, settings.Dataverse.ProductColumn, settings.PageSize);
                Products = new DataverseProducts(client, catalogue, settings.PageSize, clock);
                Lists = [new DataverseOrderList(client, settings.Dataverse.ExternalId, "requestdeliveryby", settings.PageSize)];
                Mappings = [records.ToErp, records.ToStore];
            }
        }

        if (SalesOrders is null || Customers is null || Fulfilment is null) throw new ArgumentException("A connection has at least one address.", nameof(connection));
    }

    /// <inheritdoc />
    public string Connection { get; }

    /// <inheritdoc />
    public TimeSpan LongestLateCommit => _settings.LongestLateCommit;

    /// <inheritdoc />
    public Capabilities Capabilities => new()
    {
        UniqueOrderReference = _unique.Holds,
        ChangedSince = !_settings.HasFinance,
        Unsupported = Lacks.Of(_settings),
    };

    /// <inheritdoc />
    public ISalesOrders SalesOrders { get; }

    /// <inheritdoc />
    public IErpCustomers Customers { get; }

    /// <inheritdoc />
    public IFulfilmentReader Fulfilment { get; }

    /// <inheritdoc />
    public ICustomerRecords? CustomerRecords { get; }

    /// <inheritdoc />
    public IErpPayments? Payments => _payments;

    /// <inheritdoc />
    public IErpReturns? Returns { get; }

    /// <inheritdoc />
    public IErpProducts? Products { get; }

    /// <inheritdoc />
    public IReadOnlyList<IRecordList> Lists { get; } = [];

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Unlisted => Lacks.Unlisted(_settings);

    /// <inheritdoc />
    public IReadOnlyList<MappingPort> Mappings { get; } = [];

    /// <inheritdoc />
    public IErpStock? Stock { get; }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) =>
        [.. _dataverse is null ? [] : await _dataverse.ExamineAsync(ct), .. _finance is null ? [] : await _finance.ExamineAsync(ct)];

    /// <inheritdoc />
    public async Task<IReadOnlyList<ProbeFinding>> ProbeLookupsAsync(JsonObject lookups, CancellationToken ct) =>
        _finance is null ? DataverseDoctor.ExamineLookups(lookups) : await _finance.ExamineLookupsAsync(lookups, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        _payments?.Dispose();
        foreach (var http in _https) http.Dispose();
    }
}
