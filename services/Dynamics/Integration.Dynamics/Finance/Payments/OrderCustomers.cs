using System.Collections.Concurrent;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>Whose money an order's is: its invoice account. Remembered from the order's own write, whose payment usually follows at once; else read.</summary>
internal sealed class OrderCustomers(FinanceClient client, DynamicsSettings settings, TimeProvider clock)
{
    private const int Most = 10_000;

    // A person may give an order to another customer.
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (string Customer, DateTimeOffset At)> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers what was written.</summary>
    public void Remember(string number, string customer)
    {
        if (number.Length == 0 || customer.Length == 0) return;
        // What is forgotten is read again.
        if (_known.Count >= Most) _known.Clear();
        _known[number] = (customer, clock.GetUtcNow());
    }

    /// <summary>The customer account that an order is invoiced to.</summary>
    public async Task<(string? Customer, WriteOutcome? Failure)> OfAsync(string number, CancellationToken ct)
    {
        if (_known.TryGetValue(number, out var known) && clock.GetUtcNow() - known.At <= Good) return (known.Customer, null);
        var page = await client.AllAsync(settings.HeaderEntity, new EntityQuery { Filter = Filter.Equal("SalesOrderNumber", number), Select = ["SalesOrderNumber", "InvoiceCustomerAccountNumber", "OrderingCustomerAccountNumber"] }, ct);
        if (page.Failure is { } failure) return (null, failure);
        if (page.Records.Where(order => OrderComparison.Same(order.Text("SalesOrderNumber"), number)).ToList() is not [var header, ..]) return (null, new WriteOutcome.Rejected([new Reason("PaymentReference", $"The order {number} is no longer in F&O.")]));
        var customer = header.Text("InvoiceCustomerAccountNumber") is { Length: > 0 } invoiced ? invoiced : header.Text("OrderingCustomerAccountNumber");
        if (customer.Length == 0) return (null, new WriteOutcome.Rejected([new Reason("AccountDisplayValue", $"The order {number} shows no customer account.")]));
        Remember(number, customer);
        return (customer, null);
    }
}
