namespace Integration.Connectors.Http;

/// <summary>A host name leads only to addresses that are not called.</summary>
internal sealed class ForbiddenAddressException() : IOException(
    "The host name leads to this machine or to a link-local address, where no outside system is. If it is meant so, set \"localAddresses\": true for the connection.");
