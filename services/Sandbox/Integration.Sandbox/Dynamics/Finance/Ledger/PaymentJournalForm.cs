using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Ledger;

/// <summary>Journals of customer payments.</summary>
internal sealed class PaymentJournalForm : IForm
{
    public IReadOnlySet<string> Computed { get; } = new HashSet<string> { "IsPosted" };

    public IReadOnlySet<string> Settled { get; } = new HashSet<string> { "dataAreaId", JournalRules.Batch, "JournalName" };

    public void Create(Entry entry) => JournalRules.Create(entry, Codes.PaymentJournalNames);

    public void Update(Entry entry) => JournalRules.CheckOpen(entry, entry.Row);

    public void Delete(Entry entry) => JournalRules.Delete(entry, Tables.PaymentLines);
}
