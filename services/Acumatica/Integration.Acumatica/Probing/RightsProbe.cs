using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Probing;

/// <summary>Reads one record of each entity that the lanes need.</summary>
internal sealed class RightsProbe(EntityClient client, AcumaticaSettings settings)
{
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(Session session, CancellationToken ct)
    {
        var findings = new List<ProbeFinding>();
        var orders = await ListAsync(session, "SalesOrder", "OrderType,OrderNbr", Filter.Equal("OrderType", settings.OrderType), ct);
        findings.Add(Finding("sales-orders", orders));
        if (orders.Failure is null)
        {
            findings.Add(orders.Records.Count > 0
                ? new ProbeFinding("order-type", ProbeLevel.Ok, $"The order type {settings.OrderType} is in use.")
                : new ProbeFinding("order-type", ProbeLevel.NotChecked, $"No order of the type {settings.OrderType} yet; the API does not list order types.", "Check Order Types (SO201000): the type must exist and be active."));
        }

        findings.Add(Finding("customers", await ListAsync(session, "Customer", "CustomerID", null, ct)));
        findings.Add(Finding("shipments", await ListAsync(session, "Shipment", "ShipmentNbr", null, ct)));
        return findings;
    }

    private Task<EntityAnswer> ListAsync(Session session, string entity, string select, string? filter, CancellationToken ct) =>
        client.ListAsync(session, entity, new EntityQuery { Select = select, Filter = filter, Top = 1 }, ct);

    private static ProbeFinding Finding(string check, EntityAnswer answer) => answer.Failure switch
    {
        null => new ProbeFinding(check, ProbeLevel.Ok, "Can be read. Rights to write show only when writing."),
        WriteOutcome.Denied denied => new ProbeFinding(check, ProbeLevel.Failed, denied.Reason, "Give the integration's user a role with insert and update rights to the form."),
        WriteOutcome.Rejected rejected => new ProbeFinding(check, ProbeLevel.Failed, rejected.Reasons[0].Message, "Check the endpoint."),
        _ => new ProbeFinding(check, ProbeLevel.Failed, "Could not be read.", "Try again."),
    };
}
