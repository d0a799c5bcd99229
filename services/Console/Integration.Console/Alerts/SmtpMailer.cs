using System.Net;
using System.Net.Mail;

namespace Integration.Console.Alerts;

/// <summary>Sends by the framework's client: STARTTLS unless the channel says otherwise (<c>docs/dependencies.md</c> says why this client).</summary>
internal sealed class SmtpMailer : IMailer
{
    public async Task SendAsync(ChannelOptions server, string? password, MailMessage mail, CancellationToken ct)
    {
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.Tls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (server.User.Length > 0) client.Credentials = new NetworkCredential(server.User, password);
        await client.SendMailAsync(mail, ct);
    }
}
