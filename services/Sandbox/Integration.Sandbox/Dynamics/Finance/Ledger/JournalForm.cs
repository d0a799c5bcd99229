using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Ledger;

/// <summary>General journals.</summary>
internal sealed class JournalForm : IForm
{
    public IReadOnlySet<string> Computed { get; } = new HashSet<string> { "IsPosted", "JournalTotalCredit", "JournalTotalDebit", "AccountingCurrency" };

    public IReadOnlySet<string> Settled { get; } = new HashSet<string> { "dataAreaId", JournalRules.Batch, "JournalName" };

    public void Create(Entry entry)
    {
        entry.Row.Set("AccountingCurrency", "USD");
        JournalRules.Create(entry, Codes.JournalNames);
    }

    public void Update(Entry entry) => JournalRules.CheckOpen(entry, entry.Row);

    public void Delete(Entry entry) => JournalRules.Delete(entry, Tables.JournalLines);
}
