using Integration.Tests.Compliance.Erp.Customers;

namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>Customers in Acumatica.</summary>
internal sealed class AcumaticaCustomersErp(AcumaticaErp erp) : ErpCustomersUnderTest
{
    public override ErpUnderTest Under => erp;

    public override void Trouble(Trouble trouble) => erp.Arm(trouble, "/Customer");

    public override Task EditAsync(string email, string? id = null, string? phone = null, bool? active = null) => erp.ControlAsync("customer", new Dictionary<string, string?>
    {
        ["customerID"] = id, ["customerName"] = id, ["email"] = email, ["phone"] = phone, ["status"] = active switch { true => "Active", false => "Inactive", null => null },
    }.Where(field => field.Value is not null).ToDictionary());

    public override Task DeleteAsync(string id) => erp.ControlAsync("tamper", new { entity = "Customer", keys = new[] { id }, delete = true });

    public override Task LockContactAsync() => erp.ControlAsync("settings", new { lockedFields = new[] { "Customer.MainContact/Phone1", "Customer.MainContact/Email", "Customer.Email" } });
}
