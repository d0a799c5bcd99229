using Integration.Tests.Compliance.Erp.Customers;

namespace Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

/// <summary>Customers in Dataverse.</summary>
internal sealed class DataverseCustomersErp(DataverseErp erp) : ErpCustomersUnderTest
{
    public override ErpUnderTest Under => erp;

    // A column that a user may not write is refused by Dataverse, never passed over.
    public override bool LocksContact => false;

    public override void Trouble(Trouble trouble) => erp.Arm(trouble, "/accounts", "PATCH");

    public override async Task EditAsync(string email, string? id = null, string? phone = null, bool? active = null)
    {
        // Change stamps are whole seconds: a change within the same one would not be told from the state before.
        erp.Clock.Pass(TimeSpan.FromSeconds(1));
        await erp.ControlAsync("customer", new Dictionary<string, string?>
        {
            ["customerID"] = id, ["customerName"] = id, ["email"] = email, ["phone"] = phone, ["status"] = active switch { true => "Active", false => "Inactive", null => null },
        }.Where(field => field.Value is not null).ToDictionary());
    }

    public override Task DeleteAsync(string id) => erp.ControlAsync("tamper", new { entity = "account", keys = new[] { id }, delete = true });

    public override Task LockContactAsync() => throw new NotSupportedException("Dataverse passes over no column silently.");
}
