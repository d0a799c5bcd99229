using System.Net;
using System.Net.Mail;
using Integration.Connectors.Http;
using Integration.Platform.Secrets;

namespace Integration.Console.Alerts;

/// <summary>Checks channels; each failure names the key and the fix.</summary>
internal sealed class ChannelCheck(ISecrets secrets, bool localAddresses, List<string> failures)
{
    public void Check(string name, ChannelOptions channel)
    {
        var key = $"Alerts:Channels:{name}";
        if (name is AlertOptions.LogChannel or AlertOptions.WebhookChannel)
        {
            failures.Add($"{key}: '{name}' is there by itself. Give this channel another name.");
            return;
        }

        switch (channel.Kind)
        {
            case ChannelKind.Log:
                break;
            case ChannelKind.Webhook when channel.Url is { } url:
                Webhook($"{key}:Url", url, channel.Secret);
                break;
            case ChannelKind.Webhook:
                failures.Add($"{key}:Url is missing. Write the https:// address of the receiver.");
                break;
            case ChannelKind.Smtp:
                Mail(key, channel);
                break;
            default:
                failures.Add($"{key}:Kind is missing. Write log, webhook or smtp.");
                break;
        }
    }

    public void Webhook(string key, Uri url, string secret)
    {
        if (!url.IsAbsoluteUri || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            failures.Add($"{key} must be an https:// address, or http:// to this machine.");
        }
        else if (!localAddresses && IPAddress.TryParse(url.IdnHost, out var address) && SpecialAddresses.IsForbidden(address))
        {
            failures.Add($"{key} = {url.Host}: no receiver of alerts has a link-local address. Write another, or set Alerts:LocalAddresses=true.");
        }

        if (AlertSignature.KeyOf(secrets.Get(secret)) is null)
        {
            failures.Add($"{key} is set, and the secret '{secret}' that signs alerts is missing or malformed: it must be 'whsec_' and base64 of 24 to 64 bytes (make one by: echo whsec_$(openssl rand -base64 32)).");
        }
    }

    private void Mail(string key, ChannelOptions channel)
    {
        if (channel.Host.Length == 0) failures.Add($"{key}:Host is missing. Write the name of the mail server.");
        if (channel.Port is < 1 or > 65535) failures.Add($"{key}:Port = {channel.Port}: write 587, or the port that the mail server names.");
        if (!MailAddress.TryCreate(channel.From, out _)) failures.Add($"{key}:From is no mail address. Write the sender's, such as integration@shop.example.");
        if (channel.To.Count == 0 || channel.To.Any(to => !MailAddress.TryCreate(to, out _))) failures.Add($"{key}:To must hold at least one mail address, and nothing else.");
        if (channel.User.Length == 0) return;
        if (secrets.Get(channel.Password) is not { Length: > 0 })
        {
            failures.Add($"{key}:User is set, and the secret '{channel.Password}' that {key}:Password names is missing. Add it to the secrets, or leave out the user.");
        }

        if (!channel.Tls && !IsThisMachine(channel.Host))
        {
            failures.Add($"{key}:Tls = false: the password would be sent readably. Leave Tls out, or leave out the user.");
        }
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
