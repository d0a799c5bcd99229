using Integration.Tests.Compliance.Erp.Customers;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>Customers in Finance and Operations.</summary>
internal sealed class FinanceCustomersErp(FinanceErp erp) : ErpCustomersUnderTest
{
    public override ErpUnderTest Under => erp;

    public override void Trouble(Trouble trouble)
    {
        // The first that fits is the next write. A change is answered without a body, of which there is no half.
        erp.Arm(trouble, "/CustomersV3", "POST");
        erp.Arm(trouble == Erp.Trouble.HalfAnAnswer ? Erp.Trouble.CommitThenTimeout : trouble, "/CustomersV3", "PATCH");
    }

    public override Task EditAsync(string email, string? id = null, string? phone = null, bool? active = null) => erp.ControlAsync("customer", new Dictionary<string, string?>
    {
        ["customerID"] = id, ["customerName"] = id, ["email"] = email, ["phone"] = phone, ["status"] = active switch { true => "Active", false => "Inactive", null => null },
    }.Where(field => field.Value is not null).ToDictionary());

    public override Task DeleteAsync(string id) => erp.ControlAsync("tamper", new { entity = "CustomersV3", keys = new[] { "usmf", id }, delete = true });

    public override Task LockContactAsync() => erp.ControlAsync("settings", new { ignoreFields = new[] { "CustomersV3.PrimaryContactPhone", "CustomersV3.PrimaryContactEmail" } });
}
