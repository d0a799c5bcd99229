using System.Net;
using Integration.Connectors.Pairs;

namespace Integration.Connectors.Http;

/// <summary>The one place that a connection may call.</summary>
internal sealed class OutsideAddress
{
    private readonly Uri _base;

    public OutsideAddress(ConnectionDefinition connection)
    {
        var url = connection.Url;
        if (!IsAllowed(url, connection.LocalAddresses))
        {
            throw new PairFileException(connection.File, $"{connection.Name}.url",
                "The address must be absolute, without user name, query and fragment, use HTTPS and not be link-local.",
                "Write https://… (plain http:// only for localhost); \"localAddresses\": true allows link-local addresses.");
        }

        _base = url.AbsolutePath.EndsWith('/') ? url : new UriBuilder(url) { Path = url.AbsolutePath + "/" }.Uri;
    }

    public bool IsLoopback => _base.IsLoopback;

    /// <summary>True for HTTPS, or plain HTTP to loopback, without anything that does not belong into a base address and not straight to a special address.</summary>
    public static bool IsAllowed(Uri url, bool localAddresses) =>
        url.IsAbsoluteUri && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && (localAddresses || !IPAddress.TryParse(url.IdnHost, out var address) || !SpecialAddresses.IsForbidden(address));

    /// <summary>The full address, or null when the target leads to another origin.</summary>
    public Uri? Resolve(string target) =>
        Uri.TryCreate(_base, target, out var uri) && uri.UserInfo.Length == 0
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), _base.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            ? uri
            : null;
}
