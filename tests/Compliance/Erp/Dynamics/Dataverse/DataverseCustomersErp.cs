using Integration.Sandbox.Faults;
using Integration.Tests.Compliance.Erp.Customers;

namespace Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

/// <summary>Customers in Dataverse.</summary>
internal sealed class DataverseCustomersErp(DataverseErp erp) : ErpCustomersUnderTest
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(4);

    public override ErpUnderTest Under => erp;

    // A column that a user may not write is refused by Dataverse, never passed over.
    public override bool LocksContact => false;

    public override void Trouble(Trouble trouble)
    {
        var rule = trouble switch
        {
            Erp.Trouble.Throttle => new FaultRule { Kind = FaultKind.Status, Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } },
            Erp.Trouble.Reset => new FaultRule { Kind = FaultKind.Reset },
            Erp.Trouble.CommitThenTimeout => new FaultRule { Kind = FaultKind.CommitThenTimeout, Delay = Late },
            Erp.Trouble.CommitLate => new FaultRule { Kind = FaultKind.CommitLate, Delay = TimeSpan.FromSeconds(1) },
            Erp.Trouble.ErrorPage => new FaultRule { Kind = FaultKind.Html500 },
            Erp.Trouble.HalfAnAnswer => new FaultRule { Kind = FaultKind.Malformed },
            _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "Not known."),
        };
        erp.Dataverse.Faults.Add(rule with { Method = "PATCH", PathContains = "/accounts", Count = 1 });
    }

    public override async Task EditAsync(string email, string? id = null, string? phone = null, bool? active = null)
    {
        // Change stamps are whole seconds: a change within the same one would not be told from the state before.
        await Task.Delay(TimeSpan.FromSeconds(1));
        await erp.ControlAsync("customer", new Dictionary<string, string?>
        {
            ["customerID"] = id, ["customerName"] = id, ["email"] = email, ["phone"] = phone, ["status"] = active switch { true => "Active", false => "Inactive", null => null },
        }.Where(field => field.Value is not null).ToDictionary());
    }

    public override Task DeleteAsync(string id) => erp.ControlAsync("tamper", new { entity = "account", keys = new[] { id }, delete = true });

    public override Task LockContactAsync() => throw new NotSupportedException("Dataverse passes over no column silently.");
}
