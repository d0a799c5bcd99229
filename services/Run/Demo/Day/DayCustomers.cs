using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>Changes accounts on both sides and counts what arrived on the other.</summary>
internal static class DayCustomers
{
    private static readonly string[] EditedInErp = ["known0", "known1"];

    /// <summary>The customers that will be changed register before they order, so that both sides have agreed on them.</summary>
    public static async Task RegisterAsync(DemoSandbox shop, DayView view, CancellationToken ct)
    {
        foreach (var name in EditedInErp)
        {
            await shop.PostAsync("_sandbox/customers", new JsonObject
            {
                ["email"] = Email(view, name), ["firstname"] = "Ada", ["lastname"] = "Lovelace", ["street"] = "12 Analytical Way", ["city"] = "New York",
                ["state"] = "NY", ["zipcode"] = "10001", ["country"] = "US", ["phone"] = $"+1 212 555 01{name[^1]}0",
            }, ct);
        }
    }

    /// <summary>People in the ERP correct the telephone numbers of two customers.</summary>
    public static async Task ChangeAsync(DemoSandbox erp, DayView view, CancellationToken ct)
    {
        foreach (var name in EditedInErp) await EditInErpAsync(erp, Email(view, name), Phone(view, name), ct);
    }

    /// <summary>One of them is changed on both sides before either is read.</summary>
    public static async Task ClashAsync(DemoSandbox shop, DemoSandbox erp, DayView view, CancellationToken ct)
    {
        await shop.PostAsync("_sandbox/customers", new JsonObject { ["email"] = Email(view, EditedInErp[1]), ["phone"] = "+1 212 555 0198" }, ct);
        await EditInErpAsync(erp, Email(view, EditedInErp[1]), "+1 212 555 0199", ct);
    }

    /// <summary>True when the ERP has the customers that are to be changed there.</summary>
    public static bool AreThere(DayView view) => EditedInErp.All(name => InErp(view, Email(view, name)));

    /// <summary>The figures now.</summary>
    /// <param name="view">Both sides.</param>
    /// <param name="arrived">Whether both corrections were seen in the shop.</param>
    /// <param name="echoes">What the platform recognised as its own write coming back.</param>
    /// <param name="conflicts">Accounts that a person has to decide on.</param>
    public static CustomerFigures Count(DayView view, bool arrived, int echoes, int conflicts) => new()
    {
        ToErp = Accounts(view).Count(account => InErp(view, DayView.Text(account, "email"))),
        ToStore = arrived ? EditedInErp.Length : EditedInErp.Count(name => IsInShop(view, name)),
        Echoes = echoes,
        Conflicts = conflicts,
    };

    /// <summary>True when the shop shows both corrections.</summary>
    public static bool HaveArrived(DayView view) => EditedInErp.All(name => IsInShop(view, name));

    private static IEnumerable<JsonObject> Accounts(DayView view) => DayView.Rows(view.ShopState, "customers")
        .Where(account => DayView.Text(account, "email").EndsWith("@" + DemoCheckouts.Domain(view.Progress.Run), StringComparison.Ordinal));

    private static bool IsInShop(DayView view, string name) =>
        Accounts(view).Any(account => DayView.Text(account, "email") == Email(view, name) && DayView.Text(account, "phone") == Phone(view, name));

    private static bool InErp(DayView view, string email) => DayView.Rows(view.ErpState, "customers").Any(customer => DayView.Text(customer, "email") == email);

    private static async Task EditInErpAsync(DemoSandbox erp, string email, string phone, CancellationToken ct) =>
        await erp.PostAsync("_sandbox/customer", new JsonObject { ["email"] = email, ["phone"] = phone }, ct);

    private static string Email(DayView view, string name) => $"{name}@{DemoCheckouts.Domain(view.Progress.Run)}";

    private static string Phone(DayView view, string name) => $"+1 646 {view.Progress.Run[^4..]} {name[^1]}";
}
