namespace Integration.Sandbox.Shop.Rest;

/// <summary>An exception that the add-on turns into 400 with the message in <c>X-REST-Error</c>.</summary>
internal sealed class RestRejectedException(string message) : Exception(message);
