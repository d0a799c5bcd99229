using System.Net.Mail;

namespace Integration.Console.Alerts;

/// <summary>Hands one mail to a server.</summary>
internal interface IMailer
{
    /// <summary>Returns when the server took it.</summary>
    /// <exception cref="SmtpException">It did not.</exception>
    Task SendAsync(ChannelOptions server, string? password, MailMessage mail, CancellationToken ct);
}
