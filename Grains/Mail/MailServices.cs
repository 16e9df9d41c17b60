using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Platform.Mail;

internal static class MailServices
{
    /// <summary>Mails go to the SMTP server where one is configured, else into files.</summary>
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateDataAnnotations()
            .Validate(mail => MailboxAddress.TryParse(mail.From, out _), "Mail:From is not an address.").ValidateOnStart();
        services.AddSingleton<MimeLetters>();
        services.AddSingleton<FileMailer>();
        services.AddSingleton<SmtpMailer>();
        services.AddSingleton<IMailer>(provider => string.IsNullOrEmpty(provider.GetRequiredService<IOptions<MailOptions>>().Value.Smtp.Host)
            ? provider.GetRequiredService<FileMailer>()
            : provider.GetRequiredService<SmtpMailer>());
    }
}
