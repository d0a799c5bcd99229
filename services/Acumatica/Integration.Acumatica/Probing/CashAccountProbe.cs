using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Ports;
using Integration.Connectors.Probing;

namespace Integration.Acumatica.Probing;

/// <summary>Cash accounts are no entity of the endpoint; they are checked through the payment methods of the lookup, which must allow them.</summary>
internal sealed class CashAccountProbe(EntityClient client)
{
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(Session session, JsonObject lookups, CancellationToken ct)
    {
        var accounts = LookupValues.Of(lookups[OrderMapping.CashAccounts]).ToList();
        if (accounts.Count == 0) return [];
        var allowed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (method, _) in LookupValues.Of(lookups[OrderMapping.PaymentMethods]))
        {
            var answer = await client.ReadAsync(session, "PaymentMethod", [method], new EntityQuery { Expand = "AllowedCashAccounts" }, ct);
            allowed.UnionWith(answer.Record.Rows("AllowedCashAccounts").Select(row => row.Text("CashAccount")));
        }

        return
        [
            .. accounts.Select(account => allowed.Contains(account.Value)
                ? new ProbeFinding("target", ProbeLevel.Ok, $"lookup {OrderMapping.CashAccounts}, {account.Codes}: {account.Value} is allowed for a mapped payment method.")
                : new ProbeFinding("target", ProbeLevel.Failed, $"lookup {OrderMapping.CashAccounts}, {account.Codes}: no mapped payment method allows the cash account {account.Value}.",
                    "Correct the code, or allow the account on Payment Methods (CA204000).")),
        ];
    }
}
