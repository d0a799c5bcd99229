namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>An application as a resource sees it.</summary>
/// <param name="ClientId">Its application (client) ID.</param>
/// <param name="ObjectId">Object ID of its service principal in the tenant.</param>
internal sealed record EntraApp(string ClientId, string ObjectId);
