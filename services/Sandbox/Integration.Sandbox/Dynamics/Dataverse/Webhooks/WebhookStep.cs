namespace Integration.Sandbox.Dynamics.Dataverse.Webhooks;

/// <summary>A registered step with the webhook that it calls.</summary>
/// <param name="Id">The step's row.</param>
/// <param name="Name">Its name.</param>
/// <param name="Message">Message that it is registered on, such as <c>Update</c>.</param>
/// <param name="Table">Table that it is registered on; null for all.</param>
/// <param name="Columns">Columns of which one must be in an update; empty for all.</param>
/// <param name="Url">Where to post.</param>
/// <param name="AuthType">4: a key in the query, 5: headers, 6: query values.</param>
/// <param name="AuthValue">The secret, in the form that its type has.</param>
/// <param name="Images">Images of the record that come with the change.</param>
internal sealed record WebhookStep(Guid Id, string Name, string Message, string? Table, IReadOnlyList<string> Columns, Uri Url, long AuthType, string AuthValue, IReadOnlyList<StepImage> Images);
