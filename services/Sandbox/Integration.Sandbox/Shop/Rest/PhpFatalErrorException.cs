namespace Integration.Sandbox.Shop.Rest;

/// <summary>The real shop dies here with a PHP fatal error: the client gets 500 and an HTML page, and nothing is written.</summary>
internal sealed class PhpFatalErrorException(string message) : Exception(message);
