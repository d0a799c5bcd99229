using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.Returns;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Probing;

/// <summary>Asks the entity sets of returns for one record. What is wrong there is a warning: only the lane of returns needs them, and a connection does not know its pairs' lanes.</summary>
internal sealed class ReturnProbe(FinanceClient client, DynamicsSettings settings)
{
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(CancellationToken ct) =>
    [
        await ReadAsync("return-orders", StoredReturn.Headers, StoredReturn.HeaderFields, ct),
        await ReadAsync("return-order-lines", StoredReturn.LineSet, StoredReturn.LineFields, ct),
        new ProbeFinding("return-codes", ProbeLevel.NotChecked, Codes(), "Sales and marketing, Setup, Returns: return reason codes and disposition codes."),
    ];

    private async Task<ProbeFinding> ReadAsync(string check, string set, IReadOnlyList<string> fields, CancellationToken ct) => (await client.ListAsync(set, new EntityQuery { Select = fields, Top = 1 }, ct)).Failure switch
    {
        null => new ProbeFinding(check, ProbeLevel.Ok, $"{set} can be read with every field that is used. Rights to write show only when writing."),
        WriteOutcome.Denied denied => Missing(check, $"{set}: {denied.Reason}"),
        WriteOutcome.Rejected rejected => Missing(check, $"{set}: {rejected.Reasons[0].Message}"),
        _ => new ProbeFinding(check, ProbeLevel.NotChecked, $"{set} could not be read.", "Try again."),
    };

    private static ProbeFinding Missing(string check, string words) => new(check, ProbeLevel.Warning, words, "Give the integration's user a role that reads and writes return orders, or leave the lane of returns off.");

    private string Codes() => settings.Returns.All().Where(code => code.Setting != "returns.warehouse" && code.Code is not null).Select(code => $"{code.Setting} {code.Code}").ToList() is { Count: > 0 } named
        ? $"No entity set lists reason and disposition codes: whether {string.Join(", ", named)} are there, the first return tells."
        : "No codes of returns are set. Where F&O asks for a reason code, returns.reason or the lookup return-reasons must give one.";
}
