using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Dynamics.Dataverse.SalesOrders;
using Integration.Dynamics.Finance.Customers;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.Hints;
using Integration.Dynamics.Finance.Lists;
using Integration.Dynamics.Finance.Payments;
using Integration.Dynamics.Finance.Probing;
using Integration.Dynamics.Finance.Products;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.Returns;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Finance.Stock;
using Integration.Dynamics.Hints;

namespace Integration.Dynamics.Finance;

/// <summary>Finance &amp; Operations behind one connection: its client, and everything that it serves.</summary>
internal sealed class FinanceBackEnd : IDisposable
{
    private readonly OutsideHttp _http;
    private readonly FinancePayments _payments;

    public FinanceBackEnd(Endpoint endpoint, ConnectionDefinition connection, DynamicsSettings settings, TimeProvider clock)
    {
        _http = endpoint.Http;
        var client = new FinanceClient(endpoint.Http, endpoint.Tokens, endpoint.Address, settings);
        var orders = new OrderStore(client, settings);
        var unique = new UniqueNumber(settings.Numbering == Numbering.Ours);
        var customers = new OrderCustomers(client, settings, clock);
        var records = new FinanceCustomerRecords(client, settings, clock);
        _payments = new FinancePayments(client, settings, customers, clock);
        var returns = new FinanceReturns(client, orders, settings);
        Doctor = new Doctor(client, connection with { Url = endpoint.Address }, settings, clock);
        OrdersOfDualWrite = new OrdersOfDualWrite(client, orders, settings);
        Events = new EventHints(settings);
        Ports = new DynamicsPorts
        {
            SalesOrders = new FinanceSalesOrders(client, orders, settings, unique, customers.Remember),
            RefusesSecondOrder = () => unique.Holds,
            Customers = new FinanceCustomers(client, settings),
            CustomerRecords = records,
            Fulfilment = new FinanceFulfilment(client, orders, settings),
            Push = new DynamicsPush(Events),
            Payments = _payments,
            Returns = returns,
            Products = new FinanceProducts(client, settings, clock),
            Stock = new FinanceStock(client, settings),
            Lists = [new SalesOrderList(client, settings)],
            Mappings = [records.ToErp, records.ToStore, returns.Mapping, .. _payments.Mappings],
        };
    }

    /// <summary>What it serves, orders included.</summary>
    public DynamicsPorts Ports { get; }

    /// <summary>Its side of orders that dual-write brings.</summary>
    public IFinanceOrders OrdersOfDualWrite { get; }

    /// <summary>Business events and data events.</summary>
    public IPushKind Events { get; }

    /// <summary>Examines it.</summary>
    public Doctor Doctor { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        _payments.Dispose();
        _http.Dispose();
    }
}
