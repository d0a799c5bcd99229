namespace Integration.Sandbox.Dynamics.Dataverse.Webhooks;

/// <summary>One message to one webhook.</summary>
/// <param name="Step">The step that it is of.</param>
/// <param name="Table">Table of the record.</param>
/// <param name="Message">What happened to it.</param>
/// <param name="User">Who did it.</param>
/// <param name="Correlation">Names the transaction.</param>
/// <param name="Body">The execution context as JSON.</param>
/// <param name="IsCut">True when it was too large and parts were left out.</param>
internal sealed record WebhookDelivery(WebhookStep Step, string Table, string Message, Guid User, Guid Correlation, string Body, bool IsCut);
