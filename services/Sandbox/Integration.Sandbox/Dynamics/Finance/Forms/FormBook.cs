using Integration.Sandbox.Dynamics.Finance.Customers;
using Integration.Sandbox.Dynamics.Finance.Ledger;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Returns;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Forms;

/// <summary>The rules of every table that may be written; the other entity sets are read-only.</summary>
internal sealed class FormBook
{
    private readonly Dictionary<string, IForm> _forms = new(StringComparer.Ordinal)
    {
        [Tables.SalesOrders] = new SalesOrderForm(),
        [Tables.SalesLines] = new SalesLineForm(),
        [Tables.ReturnOrders] = new ReturnOrderForm(),
        [Tables.ReturnLines] = new ReturnLineForm(),
        [Tables.Customers] = new CustomerForm(),
        [Tables.PaymentJournals] = new PaymentJournalForm(),
        [Tables.PaymentLines] = new PaymentLineForm(),
        [Tables.Journals] = new JournalForm(),
        [Tables.JournalLines] = new JournalLineForm(),
    };

    public IForm? Of(string table) => _forms.GetValueOrDefault(table);
}
